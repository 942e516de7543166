// A banner at the top of the page, as GOV.UK Frontend has it, with the ways on from what it says.

// A link.
export function way(words, address) {
  const link = element('a', 'govuk-notification-banner__link', words)
  link.href = address
  return element('p', 'govuk-body', link)
}

// A button that does something here.
export function deed(words, kind, act) {
  const button = element('button', `govuk-button govuk-button--${kind} govuk-!-margin-bottom-0`, words)
  button.type = 'button'
  button.onclick = act
  return button
}

export function putBanner(title, words, ...ways) {
  const heading = element('h2', 'govuk-notification-banner__title', title)
  heading.id = `unsent-${document.querySelectorAll('[data-unsent]').length}`
  const content = element('div', 'govuk-notification-banner__content', element('p', 'govuk-body', words), ...ways)
  const banner = element('div', 'govuk-notification-banner', element('div', 'govuk-notification-banner__header', heading), content)
  banner.dataset.unsent = title
  banner.setAttribute('role', 'region')
  banner.setAttribute('aria-labelledby', heading.id)
  document.querySelector('main').prepend(banner)
  return banner
}

function element(tag, style, ...parts) {
  const made = document.createElement(tag)
  made.className = style
  made.append(...parts)
  return made
}
