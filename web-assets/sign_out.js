// Signing out sends what waits and takes away what this person left in the browser: the key that opens
// it goes with their session. Where something of theirs could not be sent, they are asked first.

import { sendAll, signedOut } from './autosave.js'
import { deed, putBanner, way } from './banner.js'
import { forgetOf, forgetOld, keptPlaces } from './kept_here.js'
import { moment, sendUnsent } from './unsent.js'

const longestGoodbye = 3000
const windows = 'BroadcastChannel' in window ? new BroadcastChannel('northlight') : null

export function mindSigningOut() {
  windows?.addEventListener('message', ({ data }) => data.signedOut && signedOut(data.signedOut))
  forgetOld()
  const session = document.querySelector('[data-nl-session]')
  for (const form of document.querySelectorAll('form[action="/sign-out"]'))
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      const goodbye = new Promise((resolve) => setTimeout(resolve, longestGoodbye))
      await Promise.race([goodbye, Promise.all([sendAll(), sendUnsent()])])
      const person = await whoIsHere(session?.dataset.check)
      const left = keptPlaces().filter(({ writer }) => person && writer === person)
      if (left.length > 0) askFirst(form, person, left)
      else leave(form, person)
    })
}

// Nobody, where the session is over, where it is of a personal link, and while the server is away.
async function whoIsHere(check) {
  try {
    const answer = await fetch(check, { credentials: 'same-origin', redirect: 'manual', headers: { Accept: 'application/json', 'X-Background': 'yes' } })
    return answer.ok ? (await answer.json()).person : null
  } catch {
    return null
  }
}

function leave(form, person) {
  if (person) {
    signedOut(person)
    windows?.postMessage({ signedOut: person })
    forgetOf(person)
  }
  form.submit()
}

function askFirst(form, person, left) {
  for (const banner of document.querySelectorAll('[data-unsent]')) banner.remove()
  const records = [...new Set(left.map(({ address }) => address.replace(/\/draft$/, '/edit')))]
  const last = moment(Math.max(...left.map(({ at }) => at)))
  const words =
    records.length === 1
      ? `What you wrote ${last} could not be saved. It is kept on this computer alone, and signing out deletes it.`
      : `What you wrote in ${records.length} records, last ${last}, could not be saved. It is kept on this computer alone, and signing out deletes it.`
  const ways = records.map((record, i) => way(records.length === 1 ? 'Open the record' : `Open record ${i + 1}`, record))
  const banner = putBanner('You are still signed in', words, ...ways, deed('Sign out and delete it', 'warning', () => leave(form, person)))
  banner.tabIndex = -1
  banner.focus()
}
