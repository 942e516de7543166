// What one page of a record could not send yet, in this browser: sealed (AES-GCM) by a key of the
// session that only the signed-in page gets from the server. Not sealed is what tells its writer of
// it: whose it is, when it was kept, and where it is to be sent (unsent.js).

const prefix = 'nl-draft:'
const keptFor = 7 * 24 * 60 * 60 * 1000 // As long as the server keeps the key of a session that ran out.

const names = (begins) => Object.keys(localStorage).filter((name) => name.startsWith(begins))
const until = (name) => Number(localStorage.getItem(name).split(':')[0])

export function forgetOld() {
  for (const name of names(prefix)) if (!(until(name) > Date.now())) localStorage.removeItem(name)
}

// All that is kept in this browser, of whomever and of whichever record.
export const keptPlaces = () =>
  names(prefix).map((name) => {
    const [record, key] = name.slice(prefix.length).split(':')
    const value = localStorage.getItem(name)
    const [, , , writer, address] = value.split(':')
    return { name, value, record, key, writer, address, at: until(name) - keptFor, until: until(name) }
  })

// All that this person could not send from here. What others left stays for them, sealed.
export function forgetOf(person) {
  for (const { name, writer } of keptPlaces()) if (writer === person) localStorage.removeItem(name)
}

// What is kept there; nothing where it is not what this script wrote with that key.
export async function unsealed(name, key) {
  try {
    const [iv, box] = localStorage.getItem(name).split(':').slice(1, 3).map(bytesOf)
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key.seals, box)
    return JSON.parse(new TextDecoder().decode(plain))
  } catch {
    return []
  }
}

export class KeptHere {
  // `address` is where the record's changes are sent. `askKey(id)` gives the session's key or, by its
  // id, one of a session that ran out; null where it cannot be had.
  constructor({ record, writer, address, page, askKey }) {
    this.place = `${prefix}${record}:`
    this.tells = `${writer}:${address}`
    this.page = page
    this.askKey = askKey
    this.key = null
    this.turn = 0
    this.holds = false // All that was given to keep last is kept here.
  }

  // Asked for again by whoever needs it, for as long as it could not be had. Whether it is new.
  async getKey() {
    if (this.key) return false
    this.asking ??= this.askKey().finally(() => (this.asking = null))
    const key = await this.asking
    if (this.key || !key) return false
    this.key = key
    return true
  }

  nameBy(key) {
    return `${this.place}${key.id}:${this.page}`
  }

  // Without the key nothing is kept: it stays on the page alone.
  async keep(changes) {
    this.holds = false
    const turn = ++this.turn
    const key = this.key
    if (!key) return
    try {
      if (changes.length === 0) return localStorage.removeItem(this.nameBy(key))
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const words = new TextEncoder().encode(JSON.stringify(changes))
      const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key.seals, words)
      if (this.turn !== turn) return // What was given since is more.
      localStorage.setItem(this.nameBy(key), `${Date.now() + keptFor}:${hex(iv)}:${hex(new Uint8Array(box))}:${this.tells}`)
      this.holds = true
    } catch {
      // The browser has no room, or keeps nothing at all.
    }
  }

  // After signing in again the new session's key takes the place of the one that ran out.
  async keepUnder(key, changes) {
    if (!key || key.id === this.key?.id) return
    const before = this.key
    this.key = key
    await this.keep(changes)
    if (before) localStorage.removeItem(this.nameBy(before))
  }

  // What earlier pages of this record could not send, and the places where it is kept until then.
  // What another person left here stays sealed.
  async earlier() {
    const found = { changes: [], places: [] }
    const own = this.key && this.nameBy(this.key)
    if (!own) return found
    for (const name of names(this.place).filter((name) => name !== own).sort((a, b) => until(a) - until(b))) {
      const id = name.slice(this.place.length).split(':')[0]
      const key = id === this.key.id ? this.key : await this.askKey(id)
      if (!key) continue
      found.changes.push(...(await unsealed(name, key)))
      found.places.push(name)
    }
    return found
  }

  forget(places) {
    for (const name of places) localStorage.removeItem(name)
  }
}

export async function sealingKey({ id, key }) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))
  return { id, seals: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']) }
}

export const number = () => (crypto.randomUUID ? crypto.randomUUID() : hex(crypto.getRandomValues(new Uint8Array(16))))
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (words) => new Uint8Array(words.match(/../g).map((pair) => parseInt(pair, 16)))
