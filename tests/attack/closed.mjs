// What the scanners may not do, each with why: the door answers it itself (see door.mjs). All else they may send as
// often as they like, for every visitor has a demonstration of their own.
const id = "[0-9a-z]{26}";

// The usual words of Wapiti and of gather.mjs in a form that is sent as it stands.
const plain = (field) => new RegExp(`(^|&)${field}=(Hi\\+there!|Hi\\+there%21|Wren)(&|$)`);

export const closed = [
  { path: /^\/sign-out$/, why: "it ends the visitor's session: all that came after would be asked by a stranger" },
  { path: /^\/mine\/leave$/, why: "the same, for whoever came by a link" },
  { path: /^\/account\/sessions$/, why: "the same: 'end all my sessions' is on it" },
  { path: new RegExp(`^/samples/${id}/end$`), why: "it ends the fieldwork, and with it the inspectors' sight of every file" },
  { path: new RegExp(`^/(children|victims)/${id}/subject-access/${id}/end$`), body: plain("closed_words"),
    why: "it ends the request, and with it the forms of its pages; with anything else in it, it goes through" },
  { path: new RegExp(`^/(children|victims)/${id}/records/${id}/sign-off$`), body: plain("words"),
    why: "what is signed off is not signed off again; with anything else in it, it goes through" },
  { path: new RegExp(`^/(children|victims)/${id}/subject-access/${id}/release$`), body: /^csrf_token=[^&]+$/, why: "the same, once all of it has been read" },
  { path: new RegExp(`^/retention/${id}/confirmation$`), body: new RegExp(`(?=.*answer=confirm(&|$))(?=.*decision=${id}(&|$))`),
    why: "it erases the file for good; with anything else in it, it goes through" },
];

// `own` is the visitor's own id, where they have one: what takes their own roles, account or sight from them.
const ofOneself = (own) => [
  { path: new RegExp(`^/people/${own}/`), why: "an administrator who takes their own role away can do nothing more" },
  { path: new RegExp(`^/(children|victims)/${id}/marks$`), body: new RegExp(`whose=${own}`), why: "a conflict of interest of their own hides the file from them" },
];

export function whyClosed(method, path, body, own) {
  if (method !== "POST") return undefined;
  const found = [...closed, ...(own ? ofOneself(own) : [])].find((one) => one.path.test(path) && (one.body?.test(body) ?? true));
  return found?.why;
}

// Routes that stay shut whatever is sent: a round cannot be asked to reach them.
export const isShut = (row) => row.method === "POST" &&
  closed.some((one) => !one.body && one.path.test(row.pattern.replaceAll(/:[a-z]+/g, "0".repeat(26))));
