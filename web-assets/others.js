// What others write in the record that is open here: shown where it stands, and told of. `seen`, which
// goes with the page when it is sent, never counts what does not stand on the page: the server
// compares what comes with the state that was seen, so nothing of theirs looks taken out.

import { fieldAt, inWords, setValue, show, text, valueOf } from './answers.js'
import { answersIn, calledRow, documentOf, rowAt, takeOver } from './fresh_page.js'

export class Others {
  constructor(saver) {
    this.saver = saver
    this.form = saver.form
    this.box = this.form.querySelector('[data-others]')
    this.stands = new Map() // What the server holds, as far as it was heard.
    this.unseen = new Map() // By path, the first change that does not stand on the page yet.
    this.cannot = new Set() // What not even the page as it is made now could bring.
  }

  start() {
    this.heardTo = Number(this.form.elements.seen.value)
    for (const [path, value] of this.saver.known) this.stands.set(path, value)
  }

  // Whether somebody is writing there on this page.
  isMine(path) {
    const row = rowAt(this.form, path)
    if (row) {
      if (row.dataset.written || row.contains(document.activeElement)) return true
      const written = answersIn(row).some(([cell]) => this.isMine(cell))
      if (written) row.dataset.written = 'yes'
      return written
    }
    const field = fieldAt(this.form, path)
    if (this.saver.isWaiting(path)) return true
    if (field?.dataset.kind === 'upload') return [...field.querySelectorAll('input')].some((one) => one.files?.length > 0 || one.checked)
    return field !== null && text(valueOf(field)) !== this.saver.known.get(path)
  }

  // `sent` is what the answer is to, and `kept.mine` what became of each of it.
  async heard(kept, sent = []) {
    const clashes = new Map()
    const mine = new Map()
    sent.forEach(({ field, value }, at) => {
      const { standing, seq } = kept.mine[at]
      if (standing === 'clash') clashes.set(field, value)
      // What the page was made with, or has heard since, tells of what came before.
      else if (seq > this.heardTo) this.stands.set(field, text(value))
      mine.set(field, seq)
      if (standing === 'clash' || (!this.saver.isWaiting(field) && this.saver.known.get(field) !== this.stands.get(field))) this.wait(field, seq)
    })
    for (const { field, value, seq } of kept.others) {
      if (clashes.has(field) || !(mine.get(field) > seq)) this.stands.set(field, text(value))
      this.wait(field, seq)
    }
    const called = new Map(kept.others.map(({ field }) => [field, this.called(field)]))
    this.heardTo = Math.max(this.heardTo, kept.seq)
    await this.catchUp()
    for (const [field, value] of clashes) this.tell(field, 'Somebody', value)
    const last = new Map(kept.others.map((change) => [change.field, change]))
    for (const change of last.values()) this.tellOf(change, called.get(change.field), clashes.get(change.field))
  }

  wait(path, seq) {
    this.unseen.set(path, Math.min(this.unseen.get(path) ?? seq, seq))
    this.cannot.delete(path)
  }

  // Shows what can be shown; what is being written here stays until the server has answered for it.
  async catchUp() {
    if (this.unseen.size === 0) return this.setSeen()
    let stale = false
    for (const path of [...this.unseen.keys()])
      if (!this.showField(path) && !this.cannot.has(path) && !this.isMine(path)) stale = true
    if (stale) await this.freshen()
    this.setSeen()
    show(this.form)
  }

  setSeen() {
    this.form.elements.seen.value = Math.min(this.heardTo, ...[...this.unseen.values()].map((seq) => seq - 1))
  }

  // Whether there is nothing more to be done about it now.
  showField(path) {
    const field = fieldAt(this.form, path)
    if (!field || field.dataset.kind === 'upload') return false
    const stands = this.stands.get(path)
    const shown = text(valueOf(field))
    if (this.saver.isWaiting(path)) return true
    if (shown !== stands && shown !== this.saver.known.get(path)) return true
    if (!setValue(field, JSON.parse(stands))) return false
    this.saver.known.set(path, stands)
    this.unseen.delete(path)
    return true
  }

  // Rows, documents and what may be chosen come with the page as the server makes it now.
  async freshen() {
    const fresh = await this.saver.freshForm().catch(() => null)
    if (!fresh || this.saver.gone || Number(fresh.elements.seen.value) < this.heardTo) return
    takeOver(this.form, fresh, {
      mine: (path) => this.isMine(path),
      came: (part) => this.came(part),
      went: (row) => this.went(row)
    })
    for (const [path, value] of answersIn(fresh)) {
      this.stands.set(path, value)
      this.showField(path)
    }
    for (const path of [...this.unseen.keys()]) {
      if (this.isThere(fresh, path)) this.unseen.delete(path)
      else if (!this.isMine(path)) this.cannot.add(path)
    }
  }

  // Whether the page shows of it what the fresh one does.
  isThere(fresh, path) {
    const [here, there] = [this.form, fresh].map((form) => rowAt(form, path) ?? fieldAt(form, path))
    if (!here || !there) return here === there
    return here.dataset.kind === 'upload' ? documentOf(here) === documentOf(there) : here.dataset.row !== undefined
  }

  came(part) {
    for (const [path, value] of answersIn(part)) {
      this.saver.known.set(path, value)
      this.stands.set(path, value)
    }
    document.dispatchEvent(new CustomEvent('northlight:came', { detail: part }))
  }

  went(row) {
    for (const answers of [this.saver.known, this.stands])
      for (const path of [...answers.keys()]) if (path.startsWith(`${row}/`)) answers.delete(path)
  }

  called(path) {
    const row = rowAt(this.form, path)
    return row ? calledRow(row) : fieldAt(this.form, path)?.querySelector('label, legend')?.textContent.trim()
  }

  // Over the form, for whoever is not looking at the field.
  tellOf({ field: path, value, by, at }, before, mine) {
    const now = this.called(path)
    const isRow = path.split('/').length === 2
    if (!isRow) this.tell(path, by, mine, at)
    if (!isRow && before === undefined && now !== undefined) return // Of a row that came with it.
    const did = !isRow ? 'changed' : value === null ? 'removed' : before === undefined ? 'added' : 'moved'
    const stays = isRow && value === null && now !== undefined
    const line = document.createElement('p')
    line.className = 'govuk-body'
    line.dataset.about = path
    line.textContent = `${by} ${did} “${now ?? before ?? 'a part of this record'}” at ${at}.`
    if (stays) line.textContent += ' You are writing there, so it stays on this page: when you save, you choose.'
    else if (this.cannot.has(path)) line.textContent += ' This page cannot show it. Nothing of it is lost when you save.'
    this.box.querySelector(`[data-about="${CSS.escape(path)}"]`)?.remove()
    this.box.hidden = false
    this.box.append(line)
  }

  // Beside the field itself, for whoever has it before their eyes: what another wrote there, and that
  // their own words are not lost although the others' stand there.
  tell(path, who, mine, at) {
    const field = fieldAt(this.form, path)
    if (!field) return
    field.querySelector('.nl-written')?.remove()
    const note = document.createElement('div')
    note.className = 'govuk-inset-text nl-written'
    note.textContent =
      mine === undefined
        ? `${who} changed this at ${at}.`
        : `${who} wrote here at the same time. Both are kept, and you choose between them when you save.`
    const said = mine === undefined || text(valueOf(field)) === text(mine) ? '' : inWords(field, mine)
    if (said !== '') {
      const words = document.createElement('p')
      words.className = 'nl-own-words'
      words.textContent = `You wrote: “${said}”`
      note.append(words)
    }
    const control = field.querySelector('textarea, input[type="text"]')
    if (control && field.dataset.kind !== 'date') control.after(note)
    else field.append(note)
  }
}
