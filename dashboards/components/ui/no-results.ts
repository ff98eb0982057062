import {html} from "htl";

/** What stands where results would, in a release that was made without estimates. */
export const noResults = (): HTMLElement =>
  html`<p>
    This release holds no results: it was made without estimates. The page of a school or a partnership says what was
    published of it.
  </p>`;
