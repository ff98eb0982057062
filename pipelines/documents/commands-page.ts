import {help, type Command} from "../commands/command.ts";

/** docs/commands.md: what the command line prints of itself, a section a command, so that a link can lead to one. */
export function commandsPage(commands: readonly Command[]): string {
  const sections = commands.map((command) => {
    const [, ...lines] = help([command]).trimEnd().split("\n\n");
    return `## ${command.name}\n\n\`\`\`\n${lines.join("\n\n")}\n\`\`\`\n`;
  });
  return `# Commands

Made by \`npm run documents\` from the commands themselves; a test holds it to them. \`npm run pav -- COMMAND --help\` prints
the same. *pav* stands for *partnership added value*.

${sections.join("\n")}`;
}
