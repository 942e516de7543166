// Warns before a session ends, so that nobody loses their place. The page says without a script
// how long a session lasts; this tells when the time has nearly come.

const warnAt = 5 * 60

function minutes (seconds) {
  const count = Math.max(1, Math.ceil(seconds / 60))
  return count === 1 ? 'a minute' : `${count} minutes`
}

class SessionWarning {
  constructor (note) {
    this.note = note
    this.check = note.dataset.check
    this.signIn = note.dataset.signIn
    this.endsAt = Date.now() + Number(note.dataset.secondsLeft) * 1000
    // Whatever is asked for until then: nobody can stay longer.
    this.lastAt = Date.now() + Number(note.dataset.longestLeft) * 1000
    this.said = null
    this.askedAt = 0
    this.begin()
    document.addEventListener('visibilitychange', () => this.look())
    // Something sent by itself met another session than it left, or none.
    document.addEventListener('northlight:session', () => this.ask())
  }

  begin () {
    this.timer ??= setInterval(() => this.look(), 5000)
  }

  look () {
    const left = Math.round((this.endsAt - Date.now()) / 1000)
    if (left > warnAt) return this.hide()
    // Something that was saved by itself meanwhile may have moved the end.
    if (Date.now() - this.askedAt > 60000) return this.ask()
    if (left <= 0) return this.ended()
    const last = this.endsAt >= this.lastAt - 5000
    const words = last
      ? `You will be signed out in ${minutes(left)}, because nobody stays signed in for more than 12 hours. What you have typed into a form is then kept until you have signed in again.`
      : `You will be signed out in ${minutes(left)}.`
    if (this.said === words) return
    this.said = words
    if (!last) return this.show(words, 'Stay signed in', () => this.stay())
    // Nothing can be done about it: who has read it, needs the place.
    if (!this.wasRead) this.show(words, 'Close this message', () => this.close())
  }

  close () {
    this.wasRead = true
    this.box.remove()
    this.box = null
  }

  show (words, action, act) {
    if (!this.box) {
      this.box = document.createElement('div')
      this.box.className = 'nl-session-warning'
      this.box.setAttribute('role', 'alert')
      this.words = document.createElement('p')
      this.words.className = 'govuk-body nl-session-warning__words'
      this.button = document.createElement('button')
      this.button.type = 'button'
      this.button.className = 'govuk-button nl-session-warning__button'
      this.box.append(this.words, this.button)
      document.body.append(this.box)
    }
    this.words.textContent = words
    this.button.textContent = action
    this.button.onclick = act
  }

  hide () {
    if (this.box) this.box.remove()
    this.box = this.said = null
  }

  // Without showing that anybody is there.
  ask () {
    this.askedAt = Date.now()
    return this.stay({ 'X-Background': 'yes' })
  }

  async stay (more = {}) {
    try {
      const answer = await fetch(this.check, { headers: { Accept: 'application/json', ...more } })
      if (answer.status === 401) return this.ended()
      const { seconds_left: left, longest_left: longest } = await answer.json()
      this.endsAt = Date.now() + left * 1000
      this.lastAt = Date.now() + longest * 1000
      this.begin()
      this.look()
    } catch {
      // The server cannot be reached: the warning stays, and the button can be tried again.
    }
  }

  ended () {
    clearInterval(this.timer)
    this.timer = null
    this.show('You have been signed out. If you send a form now, your answers are kept while you sign in again.',
      'Sign in again in a new tab', () => { window.open(this.signIn, '_blank') })
  }
}

export function warnOfSessionEnd () {
  const note = document.querySelector('[data-nl-session]')
  if (note) new SessionWarning(note).look()
}
