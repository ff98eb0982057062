import "./support/one-thread.ts";
