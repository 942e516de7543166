// Saves a record as it is typed. The page works without this: its buttons save all of it.
//
// What cannot be sent stays in this browser, sealed (kept_here.js), and is sent later in order; each
// change has a number, so that sending it twice keeps it once. Signing out (sign_out.js) clears it, here
// and in every other window, and takes the key away. A session that runs out leaves both to whoever signs
// in again as the same person; while somebody else is signed in, the page sends and shows nothing.
//
// What others write is shown where it stands (others.js). As long as something of it is not, the
// page does not say that it has seen it: then nothing of theirs is taken out by saving this page.

import { fieldAt, setValue, show, text, valueOf } from './answers.js'
import { Cover } from './cover.js'
import { KeptHere, number, sealingKey } from './kept_here.js'
import { Others } from './others.js'

export { show }

const quiet = 1200 // Milliseconds after the last key before what was typed is sent.
const lookEvery = 10000
const retryAfter = 4000

const savers = []

export function autosave(form) {
  const saver = new Saver(form)
  savers.push(saver)
  saver.start()
  return saver
}

// What waits on this page, sent before its writer goes.
export const sendAll = () => Promise.all(savers.map((saver) => saver.sendAll()))

// That person has signed out, in this window or another of this browser.
export function signedOut(person) {
  for (const saver of savers) if (saver.writer === person) saver.signedOut()
}

class Saver {
  constructor(form) {
    this.form = form
    this.address = form.dataset.autosave
    this.writer = form.dataset.writer
    this.page = form.elements.page.value
    this.whose = document.querySelector('[data-nl-session]').dataset.check
    this.said = form.querySelector('[data-saved]')
    this.here = new KeptHere({ ...form.dataset, address: this.address, page: this.page, askKey: (id) => this.askKey(id) })
    this.others = new Others(this)
    this.cover = new Cover(form)
    this.waiting = [] // Changes that the server has not answered for, in order.
    this.known = new Map() // What the server is known, or about to be told, to hold.
    this.sending = false
    this.leaving = false
  }

  async start() {
    for (const field of this.fields()) this.known.set(field.dataset.field, text(valueOf(field)))
    this.others.start()
    this.form.addEventListener('input', () => this.typed())
    this.form.addEventListener('change', () => this.typed())
    // The page carries everything that waits here. What is kept stays all the same: should the page
    // not arrive, it is sent the next time; should it arrive, the change stands so already.
    this.form.addEventListener('submit', () => {
      this.leaving = true
      this.submitted = this.fields().map((field) => [field.dataset.field, text(valueOf(field))])
    })
    window.addEventListener('online', () => this.send())
    // Who comes back to the page may have been away for long, or be somebody else.
    document.addEventListener('visibilitychange', () => (document.hidden ? this.collect() : this.look()))
    this.looking = setInterval(() => this.look(), lookEvery)
    await this.getKey()
  }

  // Nothing is kept for whoever has gone.
  signedOut() {
    if (this.cover.on) {
      this.here.holds = false
      return this.cover.put({ waits: this.waiting.length > 0, kept: false })
    }
    this.here.key = null
    this.gone = true
    clearTimeout(this.timer)
    clearInterval(this.looking)
    if (!this.leaving) this.say('You have signed out. What you write here now is not kept: sign in and open this page again.')
  }

  async sendAll() {
    clearTimeout(this.timer)
    this.collect()
    while (this.sending) await new Promise((resolve) => setTimeout(resolve, 50))
    await this.send()
  }

  typed() {
    clearTimeout(this.timer)
    if (this.leaving) this.stay()
    this.timer = setTimeout(() => this.collect(), this.submitted ? 0 : quiet)
    show(this.form)
  }

  // Somebody goes on typing: the answer to the page is slow, was lost, or they came back to it. What
  // the page carried comes first, for nobody knows whether it arrived.
  stay() {
    this.leaving = false
    for (const [path, value] of this.submitted) this.put(path, value)
  }

  fields() {
    return [...this.form.querySelectorAll('[data-field]')].filter((field) => field.dataset.kind !== 'upload')
  }

  isWaiting(path) {
    return this.waiting.some((change) => change.field === path)
  }

  // Behind what waits, where it differs from what is known. The number begins with the page's own:
  // the server counts it to what was sent from this page.
  put(path, value) {
    const known = this.known.get(path)
    if (known === undefined || known === value) return
    this.waiting.push({ id: `${this.page}-${number()}`, field: path, was: JSON.parse(known), value: JSON.parse(value) })
    this.known.set(path, value)
    this.here.holds = false
  }

  // Puts what differs from what is known behind what waits.
  async collect() {
    if (this.leaving || this.gone) return
    for (const field of this.fields()) this.put(field.dataset.field, text(valueOf(field)))
    if (this.waiting.length === 0) return
    await this.keepHere()
    await this.send()
    if (!this.here.key) await this.getKey()
  }

  keepHere() {
    return this.here.keep(this.waiting)
  }

  async send() {
    if (this.sending || this.leaving || this.gone || this.cover.on || this.waiting.length === 0) return
    this.sending = true
    const batch = this.waiting.slice(0, 100)
    try {
      const body = new URLSearchParams({
        csrf_token: this.form.elements.csrf_token.value,
        writer: this.writer,
        seen: this.others.heardTo,
        changes: JSON.stringify(batch)
      })
      const answer = await ask(this.address, { method: 'POST', body })
      if (this.gone) return
      if (answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status)) {
        await this.comeBack()
        document.dispatchEvent(new Event('northlight:session'))
      } else if (answer.ok) {
        const kept = await answer.json()
        this.waiting.splice(0, batch.length)
        await this.keepHere()
        await this.others.heard(kept, batch)
        const clash = kept.mine.some(({ standing }) => standing === 'clash')
        this.say(
          clash
            ? `Saved at ${kept.at}. Somebody else wrote in the same place: both texts are kept, to be settled on saving.`
            : `Saved at ${kept.at}`
        )
      } else if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
        this.say('Not saved as you type: use the button “Save”, which tells what is wrong.')
      } else {
        this.away()
      }
    } catch {
      this.away()
    } finally {
      this.sending = false
    }
    if (this.waiting.length > 0) setTimeout(() => this.send(), retryAfter)
  }

  // The server did not know the page as one of who is signed in. Whoever signed in again in another
  // tab has a new token; for anybody else nothing is sent.
  async comeBack() {
    const who = await this.whoIsHere()
    if (this.gone) return false
    if (who === 'another') return this.another()
    const fresh = who === 'writer' ? await this.freshForm() : null
    if (who === 'writer' && !fresh) return this.shutOut()
    if (!fresh) {
      const kept = this.here.holds ? 'what you wrote is kept on this computer.' : 'leave this page open until then, for what you wrote is not kept on this computer.'
      this.say(`Not saved: your session has ended. Sign in again in another tab; ${kept}`)
      return false
    }
    this.form.elements.csrf_token.value = fresh.elements.csrf_token.value
    this.cover.off()
    await this.here.keepUnder(await this.askKey(), this.waiting)
    return true
  }

  // Somebody else has signed in: what was written here stays its writer's, sealed and out of sight.
  async another() {
    clearTimeout(this.timer)
    if (!this.leaving) for (const field of this.fields()) this.put(field.dataset.field, text(valueOf(field)))
    await this.keepHere()
    this.cover.put({ waits: this.waiting.length > 0, kept: this.here.holds })
    return false
  }

  // By the session that the browser has now.
  async whoIsHere() {
    const answer = await ask(this.whose, { headers: { 'X-Background': 'yes' } })
    if (answer.ok) return (await answer.json()).person === this.writer ? 'writer' : 'another'
    if (answer.status === 403 || answer.status === 404) return 'another' // Who came by a link of their own.
    if (answer.status >= 500 || answer.status === 429) throw new Error('no answer')
    return 'nobody'
  }

  // This page as the server makes it now; null where it makes none, or one for somebody else.
  async freshForm() {
    const answer = await fetch(location.href, { credentials: 'same-origin', redirect: 'manual', headers: { 'X-Background': 'yes' } })
    if (!answer.ok) return null
    const form = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('form[data-autosave]')
    return form?.dataset.writer === this.writer ? form : null
  }

  away() {
    this.say(
      this.here.holds
        ? 'Not saved: kept on this computer until the connection is back'
        : 'Not saved, and not kept on this computer: leave this page open until the connection is back'
    )
  }

  // What others typed since, and who is there. Looking by itself does not hold the session open.
  async look() {
    if (this.leaving || this.sending || this.looks) return
    this.looks = true
    try {
      if (this.cover.on ? await this.comeBackHere() : await this.lookForOthers()) {
        if (!this.here.key) await this.getKey()
        if (this.waiting.length > 0) this.send()
      }
    } catch {
      // The next look will tell.
    }
    this.looks = false
  }

  async comeBackHere() {
    return (await this.whoIsHere()) === 'writer' && (await this.comeBack())
  }

  async lookForOthers() {
    const seen = new URLSearchParams({ seen: this.others.heardTo, writer: this.writer })
    const answer = await ask(`${this.address}?${seen}`, { headers: { 'X-Background': 'yes' } })
    if (this.gone) return false
    if (answer.status === 200) await this.others.heard(await answer.json())
    if (answer.status === 204) await this.others.catchUp()
    if (answer.status !== 403 && answer.status !== 404) return true
    return (await this.whoIsHere()) === 'another' ? this.another() : this.shutOut()
  }

  shutOut() {
    clearInterval(this.looking)
    this.say('You cannot write in this record any more. Copy what you wrote here, and ask your manager.')
    return false
  }

  say(words) {
    if (this.said.textContent !== words) this.said.textContent = words
  }

  // The session's key or, by its id, one of a session that ran out.
  async askKey(id = '') {
    try {
      const body = new URLSearchParams({ csrf_token: this.form.elements.csrf_token.value, writer: this.writer, id })
      const answer = await ask(this.form.dataset.key, { method: 'POST', body, headers: { 'X-Background': 'yes' } })
      return answer.ok ? await sealingKey(await answer.json()) : null
    } catch {
      return null
    }
  }

  // Whatever could not be kept without it is kept now, and what earlier pages left is taken up.
  async getKey() {
    if (!(await this.here.getKey()) || this.gone) return
    await this.takeUp()
    if (this.waiting.length > 0) await this.keepHere()
  }

  // What earlier pages of this record could not send stands on this one again, in every kind of
  // field; where somebody else has written since, theirs stands, and the server tells of both.
  async takeUp() {
    const { changes, places } = await this.here.earlier()
    if (this.gone) return
    if (changes.length > 0) {
      const last = new Map(changes.map((change) => [change.field, change.value]))
      for (const [path, value] of last) {
        const field = fieldAt(this.form, path)
        if (!field || this.isWaiting(path) || this.others.isMine(path)) continue
        const stood = this.known.get(path)
        const follows = changes.some((change) => change.field === path && [change.was, change.value].some((one) => text(one) === stood))
        if (follows && setValue(field, value)) this.known.set(path, text(value))
      }
      show(this.form)
      this.waiting = [...changes, ...this.waiting]
      await this.keepHere()
    }
    if (changes.length === 0 || this.here.holds) this.here.forget(places)
    this.send()
  }
}

const ask = (address, { headers = {}, ...rest }) =>
  fetch(address, { credentials: 'same-origin', redirect: 'manual', headers: { Accept: 'application/json', ...headers }, ...rest })
