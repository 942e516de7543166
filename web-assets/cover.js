// Takes a page out of sight while somebody else than its writer is signed in, with all that stands on
// it about a child. It is put back as it was for the writer alone.

export class Cover {
  constructor(form) {
    this.main = form.closest('main')
    this.on = false
  }

  // `kept`: what could not be sent is sealed in this browser.
  put(kept) {
    if (this.on) return
    this.on = true
    this.title = document.title
    document.title = 'Somebody else is signed in – Northlight'
    this.page = [...this.main.childNodes]
    const note = document.createElement('div')
    note.className = 'govuk-inset-text'
    note.dataset.covered = ''
    note.setAttribute('role', 'alert')
    note.textContent =
      'Somebody else is signed in now in this browser. What was written on this page is not sent in their name, and they cannot read it. ' +
      (kept
        ? 'It is kept, sealed, on this computer. '
        : 'It could not be kept on this computer: leave this page open. ') +
      'When whoever wrote it signs in again in another tab, this page comes back, and what waits is saved.'
    this.main.replaceChildren(note)
  }

  off() {
    if (!this.on) return
    this.on = false
    document.title = this.title
    this.main.replaceChildren(...this.page)
  }
}
