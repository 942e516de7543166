// Words that a page of a record could not send, and that its writer may never open again: whichever
// page they open next sends them, and says what became of them. Those of anybody else stay sealed.

import { putBanner, deed, way } from './banner.js'
import { keptPlaces, sealingKey, unsealed } from './kept_here.js'

const most = 100 // Changes that the server takes at once.

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long' })
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit', hour12: true })
export const moment = (at) => `on ${day.format(at)} at ${clock.format(at).replace(' ', '')}`

export async function sendUnsent() {
  const session = document.querySelector('[data-nl-session]')
  const token = document.querySelector('form[action="/sign-out"] [name="csrf_token"]')?.value
  const open = document.querySelector('form[data-autosave]')?.dataset.record // Its page sends its own.
  const places = keptPlaces().filter(({ record, writer }) => writer && record !== open)
  if (!session || !token || places.length === 0) return
  try {
    const answer = await ask(session.dataset.check)
    if (!answer.ok) return
    const { person } = await answer.json()
    const own = places.filter(({ writer }) => writer === person).sort((a, b) => a.at - b.at)
    for (const place of own) tell(place, await send(place, session.dataset.key, token))
  } catch {
    // The server is away: the next page tries again.
  }
}

// What became of it: 'saved', 'clash' or 'already' (it stood so), 'later' (not now), 'refused' (not by
// its writer, not as it is), 'lost' (its key is gone with the session that somebody ended).
async function send({ name, value, key: id, writer, address }, keys, token) {
  const answered = await post(keys, { csrf_token: token, writer, id })
  if (answered.status === 404) {
    forget(name, value)
    return 'lost'
  }
  if (!answered.ok) return 'later'
  const changes = await unsealed(name, await sealingKey(await answered.json()))
  const became = new Set()
  for (let from = 0; from < changes.length; from += most) {
    const answer = await post(address, { csrf_token: token, writer, seen: 0, changes: JSON.stringify(changes.slice(from, from + most)) })
    // Led elsewhere: to give a reason first.
    if (answer.type === 'opaqueredirect' || (answer.status >= 400 && answer.status < 500 && answer.status !== 401 && answer.status !== 429)) return 'refused'
    if (!answer.ok) return 'later'
    for (const { standing } of (await answer.json()).mine) became.add(standing)
  }
  forget(name, value)
  if (became.has('clash')) return 'clash'
  return became.has('made') ? 'saved' : 'already'
}

// A page that is open elsewhere may have put more there since.
function forget(name, value) {
  if (localStorage.getItem(name) === value) localStorage.removeItem(name)
}

function tell({ name, value, at, until, address }, became) {
  const record = address.replace(/\/draft$/, '')
  const wrote = `What you wrote ${moment(at)} could not be saved then.`
  const still = `It is kept, sealed, on this computer until ${day.format(until)}, or until you sign out here.`
  // On the record's own pages it is seen that it stands there.
  if (became === 'already' || (became === 'saved' && location.pathname.startsWith(record))) return
  if (became === 'saved') putBanner('Saved', `${wrote} It is saved now.`, way('See the record', record))
  if (became === 'clash')
    putBanner('Saved', `${wrote} It is saved now. Somebody else wrote in the same place: both texts are kept.`, way('Choose between them', `${record}/clashes`))
  if (became === 'later') putBanner('Not saved', `${wrote} ${still}`, way('Open the record, and it is saved', `${record}/edit`))
  if (became === 'refused') {
    const drop = deed('Delete it from this computer', 'secondary', () => {
      forget(name, value)
      banner.remove()
    })
    const banner = putBanner(
      'Not saved',
      `${wrote} ${still} Open the record to copy it. If you cannot, ask your manager to let you write in it again.`,
      way('Open the record', `${record}/edit`),
      drop
    )
  }
  if (became === 'lost')
    putBanner('Not saved', `${wrote} It cannot be opened any more, because that session was ended. Look whether something is missing.`, way('See the record', record))
}

const background = { Accept: 'application/json', 'X-Background': 'yes' }
const ask = (address) => fetch(address, { credentials: 'same-origin', redirect: 'manual', headers: background })
const post = (address, fields) =>
  fetch(address, { method: 'POST', credentials: 'same-origin', redirect: 'manual', headers: background, body: new URLSearchParams(fields) })
