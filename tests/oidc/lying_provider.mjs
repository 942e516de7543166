// An OpenID Connect provider that tells one lie at a time, for tests. Says the port that it listens on.
// Each line of standard input is JSON: {"lie": "wrong-nonce", "now": 1795348800, "claims": {…}}; each is
// answered by how often it was asked for what. "now" is the moment that its tokens are made at. It ends when its standard input does.
//
// Where it does not lie it keeps the standard, and holds Northlight to it: the code counts once, for its
// redirect address, with the verifier of its challenge.
import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'

const encode = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const sha256 = (text) => createHash('sha256').update(text).digest()

function newKey(kid) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { kid, privateKey, published: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'ES256' } }
}
const signed = (key, header, claims) => {
  const text = `${encode(header)}.${encode(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), { key: key.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

let key = newKey('first')
let told = { lie: 'none', now: 0, claims: {} }
const codes = new Map()
const asked = { keys: 0, token: 0, metadata: 0 }

const server = createServer()
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const issuer = `http://127.0.0.1:${server.address().port}`
const elsewhere = 'http://127.0.0.1:1'

function metadata() {
  return {
    issuer: told.lie === 'metadata-of-another' ? elsewhere : issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: told.lie === 'token-elsewhere-without-tls' ? 'http://login.example/token' : `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    userinfo_endpoint: `${issuer}/me`,
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: ['ES256', 'RS256'],
    authorization_response_iss_parameter_supported: true,
  }
}

function authorise(query) {
  const back = new URL(query.get('redirect_uri'))
  const code = randomBytes(16).toString('base64url')
  codes.set(code, { nonce: query.get('nonce'), challenge: query.get('code_challenge'), redirect: query.get('redirect_uri') })
  const answer = {
    'access-denied': { error: 'access_denied' },
    'server-error': { error: 'server_error' },
    'nothing': {},
    'code-never-given': { code: 'never-given' },
  }[told.lie] ?? { code }
  for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value)
  back.searchParams.set('state', told.lie === 'another-state' ? 'made-up' : query.get('state'))
  if (told.lie === 'no-state') back.searchParams.delete('state')
  if (told.lie !== 'answer-names-nobody')
    back.searchParams.set('iss', told.lie === 'answer-of-another' ? elsewhere : issuer)
  return back.href
}

function idToken(begun, accessToken) {
  const claims = {
    iss: issuer, sub: 'sub-1', aud: 'northlight', iat: told.now, exp: told.now + 300, nonce: begun.nonce,
    at_hash: sha256(accessToken).subarray(0, 16).toString('base64url'), ...told.claims,
  }
  const header = { alg: 'ES256', kid: key.kid }
  switch (told.lie) {
    case 'wrong-issuer': claims.iss = elsewhere; break
    case 'wrong-audience': claims.aud = 'another-client'; break
    case 'several-audiences': claims.aud = ['northlight', 'another-client']; break
    case 'another-party': claims.azp = 'another-client'; break
    case 'wrong-nonce': claims.nonce = 'made-up'; break
    case 'no-nonce': delete claims.nonce; break
    case 'expired': claims.exp = told.now - 120; claims.iat = told.now - 420; break
    case 'made-long-ago': claims.iat = told.now - 3600; break
    case 'from-the-future': claims.iat = told.now + 3600; claims.exp = told.now + 7200; break
    case 'wrong-hash': claims.at_hash = sha256('other').subarray(0, 16).toString('base64url'); break
    case 'no-subject': delete claims.sub; break
  }
  if (told.lie === 'unsigned') return `${encode({ alg: 'none' })}.${encode(claims)}.`
  if (told.lie === 'signature-cut') return signed(key, header, claims).replace(/\.[^.]*$/, '.')
  if (told.lie === 'shared-secret') {
    const text = `${encode({ alg: 'HS256', kid: key.kid })}.${encode(claims)}`
    return `${text}.${createHmac('sha256', JSON.stringify(key.published)).update(text).digest('base64url')}`
  }
  if (told.lie === 'unknown-key') return signed(newKey('unpublished'), { ...header, kid: 'unpublished' }, claims)
  if (told.lie === 'forged-key') return signed(newKey(key.kid), header, claims)
  if (told.lie === 'not-a-token') return 'not-a-token'
  if (told.lie === 'claims-changed') {
    const parts = signed(key, header, claims).split('.')
    return [parts[0], encode({ ...claims, sub: 'somebody-else' }), parts[2]].join('.')
  }
  return signed(key, header, claims)
}

function exchange(form) {
  const begun = codes.get(form.get('code'))
  codes.delete(form.get('code'))
  const verified = begun && sha256(form.get('code_verifier') ?? '').toString('base64url') === begun.challenge
  if (!verified || begun.redirect !== form.get('redirect_uri') || form.get('grant_type') !== 'authorization_code')
    return { status: 400, json: { error: 'invalid_grant' } }
  const accessToken = randomBytes(16).toString('base64url')
  const json = { access_token: accessToken, token_type: 'Bearer', id_token: idToken(begun, accessToken) }
  if (told.lie === 'no-token') delete json.id_token
  return { status: 200, json }
}

async function body(request) {
  let text = ''
  for await (const part of request) text += part
  return new URLSearchParams(text)
}

server.on('request', async (request, response) => {
  const url = new URL(request.url, issuer)
  const json = (value, status = 200) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
  if (url.pathname === '/.well-known/openid-configuration') {
    asked.metadata++
    if (told.lie === 'metadata-hangs') return
    if (told.lie === 'metadata-fails') return json({}, 503)
    return json(metadata())
  }
  if (url.pathname === '/keys') {
    asked.keys++
    return json(told.lie === 'keys-are-none' ? { keys: [] } : { keys: [key.published] })
  }
  if (url.pathname === '/auth') return response.writeHead(303, { Location: authorise(url.searchParams) }).end()
  if (url.pathname === '/me') {
    const sub = told.lie === 'user-info-of-another' ? 'somebody-else' : 'sub-1'
    return json({ sub, ...told.claims })
  }
  if (url.pathname !== '/token') return json({}, 404)
  asked.token++
  const form = await body(request)
  if (told.lie === 'token-hangs') return
  if (told.lie === 'token-fails') return json({}, 500)
  if (told.lie === 'token-is-html') return response.end('<html>Please sign in</html>')
  if (told.lie === 'token-redirects') return response.writeHead(307, { Location: `${elsewhere}/token` }).end()
  if (told.lie === 'token-is-huge') return response.end('x'.repeat(2 << 20))
  const { status, json: answer } = exchange(form)
  return json(answer, status)
})

console.log(server.address().port)
const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  told = { lie: 'none', now: told.now, claims: {}, ...JSON.parse(line) }
  if (told.lie === 'new-key') key = newKey(`later-${randomBytes(4).toString('hex')}`)
  console.log(JSON.stringify(asked))
})
lines.on('close', () => process.exit(0))
