// Words that a page of a record could not send, and that its writer may never open again: whichever
// page they open next sends them, and says what became of them. Those of anybody else stay sealed.

import { keptPlaces, sealingKey, unsealed } from './kept_here.js'

const most = 100 // Changes that the server takes at once.

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long' })
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit', hour12: true })
const moment = (at) => `on ${day.format(at)} at ${clock.format(at).replace(' ', '')}`

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
    const teller = new Teller(document.querySelector('main'))
    const own = places.filter(({ writer }) => writer === person).sort((a, b) => a.at - b.at)
    for (const place of own) teller.tell(place, await send(place, session.dataset.key, token))
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

class Teller {
  constructor(main) {
    this.main = main
  }

  tell({ at, until, address, name }, became) {
    const record = address.replace(/\/draft$/, '')
    const wrote = `What you wrote ${moment(at)} could not be saved then.`
    const still = `It is kept, sealed, on this computer until ${day.format(until)}.`
    // On the record's own pages it is seen that it stands there.
    if (became === 'already' || (became === 'saved' && location.pathname.startsWith(record))) return
    if (became === 'saved') this.say('Saved', `${wrote} It is saved now.`, 'See the record', record)
    if (became === 'clash')
      this.say('Saved', `${wrote} It is saved now. Somebody else wrote in the same place: both texts are kept.`, 'Choose between them', `${record}/clashes`)
    if (became === 'later') this.say('Not saved', `${wrote} ${still}`, 'Open the record, and it is saved', `${record}/edit`)
    if (became === 'refused')
      this.say('Not saved', `${wrote} ${still} Open the record to copy it. If you cannot, ask your manager to let you write in it again.`, 'Open the record', `${record}/edit`, () =>
        localStorage.removeItem(name))
    if (became === 'lost')
      this.say('Not saved', `${wrote} It cannot be opened any more, because that session was ended. Look whether something is missing.`, 'See the record', record)
  }

  // `drop` takes it away for good, should its writer want no more of it.
  say(title, words, link, address, drop) {
    const put = (tag, style, ...parts) => {
      const part = document.createElement(tag)
      part.className = style
      part.append(...parts)
      return part
    }
    const way = put('a', 'govuk-notification-banner__link', link)
    way.href = address
    const heading = put('h2', 'govuk-notification-banner__title', title)
    heading.id = `unsent-${document.querySelectorAll('[data-unsent]').length}`
    const content = put('div', 'govuk-notification-banner__content', put('p', 'govuk-body', words), put('p', 'govuk-body', way))
    const banner = put('div', 'govuk-notification-banner', put('div', 'govuk-notification-banner__header', heading), content)
    if (drop) {
      const button = put('button', 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0', 'Delete it from this computer')
      button.type = 'button'
      button.onclick = () => {
        drop()
        banner.remove()
      }
      content.append(button)
    }
    banner.dataset.unsent = title
    banner.setAttribute('role', 'region')
    banner.setAttribute('aria-labelledby', heading.id)
    this.main.prepend(banner)
  }
}

const background = { Accept: 'application/json', 'X-Background': 'yes' }
const ask = (address) => fetch(address, { credentials: 'same-origin', redirect: 'manual', headers: background })
const post = (address, fields) =>
  fetch(address, { method: 'POST', credentials: 'same-origin', redirect: 'manual', headers: background, body: new URLSearchParams(fields) })
