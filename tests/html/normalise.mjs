// HTML as what a browser makes of it, one node a line, so that only differences that nobody could
// see are lost: the order of attributes, and white space where a browser shows none.
import { parseFragment } from 'parse5'

// Between these, and between them and text, a space is seen.
const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'small', 'span', 'strong', 'sub', 'sup', 'time'])
const keepsSpace = new Set(['pre', 'textarea'])

const isInline = (node) =>
  node && (node.nodeName === '#text' ? node.value.trim() !== '' : inline.has(node.nodeName))

function withoutUnseenSpace(nodes) {
  const shown = nodes.filter((node) => node.nodeName !== '#comment')
  const out = []
  shown.forEach((node, at) => {
    if (node.nodeName !== '#text') return out.push(node)
    let text = node.value.replace(/[ \t\n\r\f]+/g, ' ')
    if (!isInline(shown[at - 1])) text = text.trimStart()
    if (!isInline(shown[at + 1])) text = text.trimEnd()
    if (text !== '') out.push({ ...node, value: text })
  })
  return out
}

function lines(nodes, depth, keep) {
  return (keep ? nodes : withoutUnseenSpace(nodes)).flatMap((node) => {
    const indent = '  '.repeat(depth)
    if (node.nodeName === '#text') return [`${indent}${JSON.stringify(node.value)}`]
    const attributes = node.attrs
      .map(({ name, value }) => {
        // Lists of names and of points: white space only parts them.
        const shown = name === 'class' || name === 'd' ? value.trim().split(/\s+/).join(' ') : value
        return ` ${name}=${JSON.stringify(shown)}`
      })
      .sort()
    return [
      `${indent}<${node.nodeName}${attributes.join('')}>`,
      ...lines(node.childNodes ?? [], depth + 1, keep || keepsSpace.has(node.nodeName))
    ]
  })
}

export function normalise(html) {
  return lines(parseFragment(html.trim()).childNodes, 0, false)
}

// The first place at which two normalised pieces differ, in words; null where they are the same.
export function difference(expected, actual) {
  const length = Math.max(expected.length, actual.length)
  for (let at = 0; at < length; at++) {
    if (expected[at] === actual[at]) continue
    return `node ${at + 1}\n    expected ${expected[at]?.trim() ?? 'nothing'}\n    actual   ${actual[at]?.trim() ?? 'nothing'}`
  }
  return null
}
