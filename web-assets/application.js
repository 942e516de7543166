// Makes pages that work without it a little better. Nothing here is needed to use the service.
import {
  createAll,
  isSupported,
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs
} from 'govuk-frontend'
import { Alert } from '@ministryofjustice/frontend/moj/components/alert/alert.mjs'
import { warnOfSessionEnd } from './session.js'
import { autosave, show } from './autosave.js'
import { mindSigningOut } from './sign_out.js'
import { sendUnsent } from './unsent.js'
import { ButtonMenu } from '@ministryofjustice/frontend/moj/components/button-menu/button-menu.mjs'

// A script inside the page would need a hole in the content security policy, so the classes that
// GOV.UK Frontend looks for are set from here.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

const components = [
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
  Alert,
  ButtonMenu
]

if (isSupported()) {
  for (const component of components) createAll(component)
  // Parts that come onto a page that is open (others.js).
  document.addEventListener('northlight:came', ({ detail: part }) => {
    for (const component of components) createAll(component, undefined, part)
  })
}

warnOfSessionEnd()

mindSigningOut()
for (const form of document.querySelectorAll('form[data-autosave]')) {
  show(form)
  autosave(form)
}
sendUnsent()
