// Saves a record as it is typed. The page works without this: its buttons save all of it.
//
// What cannot be sent stays in this browser, sealed (AES-GCM) by a key of the session that only the
// signed-in page gets from the server, and is sent later in order; each change has a number, so that
// sending it twice keeps it once. Signing out clears it, here and in every other window, and takes
// the key away. A session that runs out leaves both to whoever signs in again as the same person.

const quiet = 1200 // Milliseconds after the last key before what was typed is sent.
const lookEvery = 10000
const retryAfter = 4000
const keptFor = 7 * 24 * 60 * 60 * 1000 // As long as the server keeps the key of a session that ran out.
const longestGoodbye = 3000

const kept = 'nl-draft:'
const savers = []
const windows = 'BroadcastChannel' in window ? new BroadcastChannel('northlight') : null

export function autosave(form) {
  const saver = new Saver(form)
  savers.push(saver)
  saver.start()
  return saver
}

// Signing out sends what waits, and leaves nothing behind.
export function clearOnSignOut() {
  windows?.addEventListener('message', ({ data }) => data === 'signed-out' && signedOut())
  for (const name of Object.keys(localStorage))
    if (name.startsWith(kept) && !(Number(localStorage.getItem(name).split(':')[0]) > Date.now())) localStorage.removeItem(name)
  for (const form of document.querySelectorAll('form[action="/sign-out"]'))
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      const goodbye = new Promise((resolve) => setTimeout(resolve, longestGoodbye))
      await Promise.race([goodbye, Promise.all(savers.map((saver) => saver.sendAll()))])
      signedOut()
      windows?.postMessage('signed-out')
      form.submit()
    })
}

function signedOut() {
  for (const saver of savers) saver.signedOut()
  for (const name of Object.keys(localStorage)) if (name.startsWith(kept)) localStorage.removeItem(name)
}

class Saver {
  constructor(form) {
    this.form = form
    this.address = form.dataset.autosave
    this.place = `${kept}${form.dataset.record}:`
    this.said = form.querySelector('[data-saved]')
    this.others = form.querySelector('[data-others]')
    this.waiting = [] // Changes that the server has not answered for, in order.
    this.known = new Map() // What the server is known, or about to be told, to hold.
    this.sending = false
    this.leaving = false
  }

  async start() {
    for (const field of this.form.querySelectorAll('[data-field]')) this.known.set(field.dataset.field, text(valueOf(field)))
    this.form.addEventListener('input', () => this.typed())
    this.form.addEventListener('change', () => this.typed())
    // The page carries everything that waits here. What is kept stays all the same: should the page
    // not arrive, it is sent the next time; should it arrive, the change stands so already.
    this.form.addEventListener('submit', () => {
      this.leaving = true
      this.submitted = this.fields().map((field) => [field.dataset.field, text(valueOf(field))])
    })
    window.addEventListener('online', () => this.send())
    document.addEventListener('visibilitychange', () => document.hidden && this.collect())
    this.looking = setInterval(() => this.look(), lookEvery)
    this.key = await this.askKey()
    await this.takeUp()
  }

  // Nothing is kept for whoever has gone.
  signedOut() {
    this.key = null
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

  // Behind what waits, where it differs from what is known.
  put(path, value) {
    const known = this.known.get(path)
    if (known === undefined || known === value) return
    this.waiting.push({ id: number(), field: path, was: JSON.parse(known), value: JSON.parse(value) })
    this.known.set(path, value)
  }

  // Puts what differs from what is known behind what waits.
  collect() {
    if (this.leaving || this.gone) return
    for (const field of this.fields()) this.put(field.dataset.field, text(valueOf(field)))
    if (this.waiting.length > 0) this.keepHere().then(() => this.send())
  }

  async send() {
    if (this.sending || this.leaving || this.gone || this.waiting.length === 0) return
    this.sending = true
    const batch = this.waiting.slice(0, 100)
    try {
      const body = new URLSearchParams({
        csrf_token: this.form.elements.csrf_token.value,
        seen: this.form.elements.seen.value,
        changes: JSON.stringify(batch)
      })
      const answer = await ask(this.address, { method: 'POST', body })
      if (this.gone) return
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
        const back = await this.refresh()
        document.dispatchEvent(new Event('northlight:session'))
        if (!back && !this.gone)
          this.say('Not saved: your session has ended. Sign in again in another tab; what you wrote is kept on this computer.')
      } else if (answer.ok) {
        const kept = await answer.json()
        this.waiting.splice(0, batch.length)
        await this.keepHere()
        this.heard(kept, batch)
        const clash = kept.mine.includes('clash')
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
    }
    this.sending = false
    if (this.waiting.length > 0) setTimeout(() => this.send(), retryAfter)
  }

  // Somebody who signed in again in another tab has a new token.
  async refresh() {
    const answer = await fetch(location.href, { credentials: 'same-origin', redirect: 'manual', headers: { 'X-Background': 'yes' } })
    if (!answer.ok) return false
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const token = page.querySelector('form[data-autosave] [name="csrf_token"]')
    if (!token) return false
    this.form.elements.csrf_token.value = token.value
    await this.keepUnder(await this.askKey())
    return true
  }

  away() {
    this.say('Not saved: kept on this computer until the connection is back')
  }

  // What others typed since. Looking by itself does not hold the session open.
  async look() {
    if (this.leaving || this.sending) return
    try {
      const answer = await ask(`${this.address}?seen=${this.form.elements.seen.value}`, { headers: { 'X-Background': 'yes' } })
      if (answer.status === 200) this.heard(await answer.json())
      if (answer.status === 403 || answer.status === 404) {
        clearInterval(this.looking)
        this.say('You cannot write in this record any more. Copy what you wrote here, and ask your manager.')
        return
      }
      if (this.waiting.length > 0) this.send()
    } catch {
      // The next look will tell.
    }
  }

  // `sent` is what the answer is to, and `kept.mine` what became of each of it.
  heard(kept, sent = []) {
    const clashes = new Map(sent.filter((_, at) => kept.mine[at] === 'clash').map((change) => [change.field, change.value]))
    for (const field of clashes.keys()) this.tell(field, 'Somebody', clashes.get(field))
    for (const change of kept.others) {
      const field = this.form.querySelector(`[data-field="${CSS.escape(change.field)}"]`)
      const unchanged = field && text(valueOf(field)) === this.known.get(change.field)
      if (unchanged && setValue(field, change.value)) this.known.set(change.field, text(change.value))
      const label = field?.querySelector('label, legend')?.textContent.trim() ?? 'a part of this record'
      const line = document.createElement('p')
      line.className = 'govuk-body'
      line.textContent = `${change.by} changed “${label}” at ${change.at}.`
      this.tell(change.field, change.by, clashes.get(change.field), change.at)
      this.others.hidden = false
      this.others.append(line)
    }
    this.form.elements.seen.value = kept.seq
  }

  // Beside the field itself, for whoever has it before their eyes: what another wrote there, and that
  // their own words are not lost although the others' stand there.
  tell(path, who, mine, at) {
    const field = this.form.querySelector(`[data-field="${CSS.escape(path)}"]`)
    if (!field) return
    field.querySelector('.nl-written')?.remove()
    const note = document.createElement('div')
    note.className = 'govuk-inset-text nl-written'
    note.textContent =
      mine === undefined
        ? `${who} changed this at ${at}.`
        : `${who} wrote here at the same time. Both texts are kept, and you choose between them when you save.`
    const theirs = typeof mine === 'string' && valueOf(field) !== mine
    if (theirs) {
      const words = document.createElement('p')
      words.className = 'nl-own-words'
      words.textContent = `You wrote: “${mine}”`
      note.append(words)
    }
    const control = field.querySelector('textarea, input[type="text"]')
    if (control) control.after(note)
    else field.append(note)
  }

  say(words) {
    if (this.said.textContent !== words) this.said.textContent = words
  }

  // The session's key or, by its id, one of a session that ran out.
  async askKey(id = '') {
    try {
      const body = new URLSearchParams({ csrf_token: this.form.elements.csrf_token.value, id })
      const answer = await ask(this.form.dataset.key, { method: 'POST', body, headers: { 'X-Background': 'yes' } })
      if (!answer.ok) return null
      const given = await answer.json()
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(given.key))
      return { id: given.id, seals: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']) }
    } catch {
      return null
    }
  }

  // Without the key nothing is kept in the browser: it stays on the page alone.
  async keepHere() {
    const key = this.key
    if (!key) return
    const name = this.place + key.id
    if (this.waiting.length === 0) return localStorage.removeItem(name)
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key.seals, new TextEncoder().encode(JSON.stringify(this.waiting)))
    if (this.key === key) localStorage.setItem(name, `${Date.now() + keptFor}:${hex(iv)}:${hex(new Uint8Array(box))}`)
  }

  // After signing in again the new session's key takes the place of the one that ran out.
  async keepUnder(key) {
    if (!key || this.gone || key.id === this.key?.id) return
    const before = this.key
    this.key = key
    await this.keepHere()
    if (before) localStorage.removeItem(this.place + before.id)
  }

  // What earlier pages of this record could not send. What another person left here stays sealed.
  async takeUp() {
    if (!this.key) return
    const names = Object.keys(localStorage).filter((name) => name.startsWith(this.place))
    const when = (name) => Number(localStorage.getItem(name).split(':')[0])
    let earlier = []
    for (const name of names.sort((a, b) => when(a) - when(b))) {
      const id = name.slice(this.place.length)
      const key = id === this.key.id ? this.key : await this.askKey(id)
      if (!key) continue
      try {
        const [iv, box] = localStorage.getItem(name).split(':').slice(1).map(bytesOf)
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key.seals, box)
        earlier = [...earlier, ...JSON.parse(new TextDecoder().decode(plain))]
      } catch {
        // Not what this script wrote.
      }
      if (key !== this.key) localStorage.removeItem(name)
    }
    if (earlier.length === 0 || this.gone) return
    for (const change of earlier) {
      const field = this.form.querySelector(`[data-field="${CSS.escape(change.field)}"]`)
      if (field && setValue(field, change.value)) this.known.set(change.field, text(change.value))
    }
    this.waiting = [...earlier, ...this.waiting]
    await this.keepHere()
    this.send()
  }
}

const ask = (address, { headers = {}, ...rest }) =>
  fetch(address, { credentials: 'same-origin', redirect: 'manual', headers: { Accept: 'application/json', ...headers }, ...rest })

// The answer in a field as forms/answers_json.hpp writes it; null where nothing stands there.
function valueOf(field) {
  const path = field.dataset.field
  const kind = field.dataset.kind
  const named = (name) => [...field.querySelectorAll('input, textarea, select')].filter((control) => control.name === name)
  const one = (name) => named(name)[0]?.value.replace(/\r\n/g, '\n').replace(/\s+$/, '') ?? ''
  const ticked = (name) => named(name).filter((control) => control.checked).map((control) => control.value)
  const reason = ticked(`${path}-none`)[0]
  const none = reason ? { no_answer: reason } : null
  if (kind === 'choices') {
    const chosen = ticked(path)
    return chosen.length > 0 ? chosen : none
  }
  if (kind === 'choice' || kind === 'yes-no') {
    const chosen = ticked(path)[0]
    if (!chosen) return null
    if (chosen.startsWith('none:')) return { no_answer: chosen.slice(5) }
    return kind === 'yes-no' ? chosen === 'yes' : chosen
  }
  if (kind === 'date') {
    const parts = ['day', 'month', 'year'].map((part) => one(`${path}-${part}`).trim())
    if (parts.every((part) => part === '')) return none
    return isoDate(parts) ?? parts.join('/')
  }
  if (kind === 'reference') {
    const chosen = one(path)
    if (!chosen) return none
    const [row, record] = chosen.split('/').reverse()
    return record ? { row, record } : { row }
  }
  const said = one(path)
  if (said === '') return none
  return kind === 'whole-number' && /^-?\d{1,15}$/.test(said.trim()) ? Number(said.trim()) : said
}

function isoDate([day, month, year]) {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const real = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1
  return real ? date.toISOString().slice(0, 10) : null
}

// Only text is put in place: what people choose they are told of and choose themselves.
function setValue(field, value) {
  const control = field.querySelector('textarea, input[type="text"]')
  const plain = ['text', 'long-text', 'person', 'agency'].includes(field.dataset.kind)
  if (!plain || !control || (value !== null && typeof value !== 'string')) return false
  control.value = value ?? ''
  return true
}

// Questions that depend on an answer are hidden until it is given.
export function show(form) {
  for (const part of form.querySelectorAll('[data-shown-when]')) {
    const row = part.dataset.shownRow
    const code = part.dataset.shownWhen
    const own = row && form.querySelector(`[data-field="${CSS.escape(`${row}/${code}`)}"]`)
    const on = own || form.querySelector(`[data-field="${CSS.escape(code)}"]`)
    const value = on ? valueOf(on) : null
    const given = Array.isArray(value) ? value : [value === true ? 'yes' : value === false ? 'no' : value]
    part.hidden = !part.dataset.shownIs.split(' ').some((is) => given.includes(is))
    for (const words of part.querySelectorAll(':scope > .nl-condition')) words.hidden = true
  }
}

const text = (value) => JSON.stringify(value)
const number = () => (crypto.randomUUID ? crypto.randomUUID() : hex(crypto.getRandomValues(new Uint8Array(16))))
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (words) => new Uint8Array(words.match(/../g).map((pair) => parseInt(pair, 16)))
