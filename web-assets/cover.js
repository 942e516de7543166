// Takes a page out of sight while somebody else than its writer is signed in, with all that stands on
// it about a child. It is put back as it was for the writer alone.

export class Cover {
  constructor(form) {
    this.main = form.closest('main')
    this.on = false
  }

  // `waits`: something could not be sent; `kept`: all of it is sealed in this browser.
  put({ waits, kept }) {
    if (!this.on) {
      this.title = document.title
      this.page = [...this.main.childNodes]
      document.title = 'Somebody else is signed in – Northlight'
    }
    this.on = true
    const note = document.createElement('div')
    note.setAttribute('role', 'alert')
    const put = (tag, style, words) => {
      const part = document.createElement(tag)
      part.className = style
      part.textContent = words
      note.append(part)
    }
    put('h1', 'govuk-heading-l', 'Somebody else is signed in')
    put('p', 'govuk-body', 'In this browser somebody else than the writer of this page is signed in now. Nothing of it is sent in their name, and they cannot read it.')
    if (waits && kept) put('p', 'govuk-body', 'What was not saved yet is kept, sealed, on this computer.')
    if (waits && !kept) put('p', 'govuk-body', 'What was not saved yet could not be kept on this computer: leave this page open.')
    put('p', 'govuk-body', 'When the writer signs in again in another tab, the page comes back, and what was not saved yet is saved.')
    this.main.replaceChildren(note)
  }

  off() {
    if (!this.on) return
    this.on = false
    document.title = this.title
    this.main.replaceChildren(...this.page)
  }
}
