// A real OpenID Connect provider on this machine, for tests: npm's oidc-provider with accounts made up
// by the test. Says the port that it listens on, then reads one line of JSON:
//   {"client": {…}, "claims_in_token": true, "algorithm": "ES256", "accounts": {"jo": {"email": …}}}
// and says "ready". A later line {"accounts": {…}} takes the place of its accounts, and is answered likewise. The form of its sign-in page takes login=<account> and mfa=yes; cancel=yes turns back.
// It ends when its standard input does.
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import Provider from 'oidc-provider'

console.info = console.error // Its remarks: standard output is for the test.
const server = createServer()
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const issuer = `http://127.0.0.1:${server.address().port}`
console.log(server.address().port)

const lines = createInterface({ input: process.stdin })
const given = JSON.parse((await lines[Symbol.asyncIterator]().next()).value)

function signingKey(algorithm) {
  const { privateKey } =
    algorithm === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: `key-${algorithm}`, use: 'sig', alg: algorithm }
}

const provider = new Provider(issuer, {
  clients: [{ id_token_signed_response_alg: given.algorithm, ...given.client }],
  jwks: { keys: [signingKey(given.algorithm)] },
  claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'], groups: ['groups'] },
  scopes: ['openid', 'email', 'groups'],
  acrValues: ['loa2'],
  conformIdTokenClaims: !given.claims_in_token,
  pkce: { required: () => true },
  cookies: { keys: ['a key for this run of a test'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) =>
    given.accounts[id] && { accountId: id, claims: () => ({ sub: id, ...given.accounts[id] }) },
})

async function body(request) {
  let text = ''
  for await (const part of request) text += part
  return new URLSearchParams(text)
}

/** What the person's answer to the sign-in page comes to; consent is given for them. */
async function result(details, form) {
  if (form.has('cancel')) return { error: 'access_denied', error_description: 'The person turned back' }
  const accountId = form.get('login')
  const grant = new provider.Grant({ accountId, clientId: details.params.client_id })
  grant.addOIDCScope(details.params.scope)
  const mfa = form.has('mfa')
  return {
    login: { accountId, amr: mfa ? ['pwd', 'otp'] : ['pwd'], ...(mfa && { acr: 'loa2' }) },
    consent: { grantId: await grant.save() },
  }
}

const answer = provider.callback()
server.on('request', async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return answer(request, response)
  const details = await provider.interactionDetails(request, response)
  if (request.method === 'POST')
    return provider.interactionFinished(request, response, await result(details, await body(request)))
  response.setHeader('Content-Type', 'text/html').end('<form method="post"><input name="login"></form>')
})
console.log('ready')
lines.on('line', (line) => {
  given.accounts = JSON.parse(line).accounts
  console.log('ready')
})
lines.on('close', () => process.exit(0))
