/** The element as a control of the host's form: it brings the request and its headline, and is invalid while that has no answer. */

import { LitElement } from "lit";
import type { Document } from "../text/share.js";

export abstract class FormControl extends LitElement {
  static readonly formAssociated = true;

  readonly #internals = this.attachInternals();

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /**
   * What the form sends: `request`, and `headline` once there is an answer; behind the element's `name` and a hyphen where it
   * has one. `problem` says why the request has no answer, at `place`.
   */
  protected brings(request: Document, headline: string | null, problem = "", place?: HTMLElement | null): void {
    if (!this.#internals.form) return;
    const name = this.getAttribute("name");
    const data = new FormData();
    const add = (what: string, value: string) => data.append(name ? `${name}-${what}` : what, value);
    add("request", JSON.stringify(request));
    if (headline !== null) add("headline", headline);
    this.#internals.setFormValue(data);
    // Without a place in sight the browser has nowhere to point at.
    const at = place ?? this.renderRoot.querySelector<HTMLElement>("button, input, select");
    if (problem === "") this.#internals.setValidity({});
    else if (at) this.#internals.setValidity({ customError: true }, problem, at);
    else this.#internals.setValidity({ customError: true }, problem);
  }
}
