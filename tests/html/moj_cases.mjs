// Parameters for MoJ Frontend's macros: a spread over what each of them can be told.
const unsafe = 'Fish & "chips" <b>not bold</b>'
const when = (timestamp, words, more = {}) => ({ timestamp, words, format: 'any', ...more })

export const cases = {
  'identity-bar': [
    { title: { text: 'Asha Ellis' } },
    { title: { text: unsafe } },
    { title: { html: 'Asha <em>Ellis</em>' }, classes: 'one two', attributes: { 'data-test': unsafe } },
    { menus: [{ items: [{ text: 'Alone' }] }] },
    {
      title: { text: 'Plan' },
      menus: [
        { items: [{ text: 'Edit', href: '/edit' }, { text: 'Sign', type: 'button', disabled: true, classes: 'more' }] },
        { button: { text: 'Actions', classes: 'govuk-button--inverse' }, alignMenu: 'right', items: [{ html: '<b>Print</b>', href: '/print', attributes: { id: 'print' } }] }
      ]
    }
  ],
  'button-menu': [
    { items: [{ text: 'One' }, { text: unsafe, href: '/two' }] },
    { items: [{ text: 'One', name: 'n', value: 'v', type: 'submit' }], classes: 'x', attributes: { id: 'y' }, alignMenu: 'right', button: { text: 'Menu' } }
  ],
  'sub-navigation': [
    { items: [{ text: 'Overview', href: '/a', active: true }, { text: 'Plans', href: '/b' }] },
    { label: 'File', classes: 'x', attributes: { id: 'file' }, items: [{ html: 'Risks <b>(3)</b>', href: '/c' }] },
    { items: [{ text: unsafe, href: '/d?x=1&y=2', classes: 'last', attributes: { 'data-count': '3' } }] },
    { items: [] }
  ],
  filter: [
    { heading: { text: 'Filter' }, optionsHtml: '<p>Options</p>' },
    { heading: { html: 'Filter <small>cases</small>' }, submit: { text: 'Show', attributes: { 'data-test': 'go' } }, attributes: { id: 'filter' }, optionsHtml: '' },
    {
      heading: { text: unsafe },
      selectedFilters: {
        heading: { text: 'Selected filters' },
        clearLink: { text: 'Clear filters', href: '/list' },
        categories: [
          { heading: { text: 'Rating' }, items: [{ href: '/list?a', text: 'Good' }, { href: '/list?b', text: unsafe }] },
          { heading: { html: '<i>Year</i>' }, items: [{ href: '/list?c', text: '2024' }] }
        ]
      },
      optionsHtml: '<label>x</label>'
    },
    { heading: { text: 'Filter' }, selectedFilters: { heading: { html: '<i>Set</i>' }, clearLink: { text: 'Clear', href: '/' }, categories: [] }, optionsHtml: '<hr>' }
  ],
  timeline: [
    { items: [{ label: { text: 'Plan signed' }, text: 'By all.', datetime: when('2024-06-10T09:30:00Z', '10 June 2024 at 10:30am') }] },
    {
      classes: 'x',
      attributes: { id: 'history' },
      headingLevel: 3,
      items: [
        { label: { html: 'Plan <b>read</b>' }, html: '<p>Twice</p>', byline: { text: unsafe }, datetime: when('2024-06-10', '10 June 2024'), classes: 'first', attributes: { id: 'e1' } },
        { label: { text: unsafe }, text: unsafe, byline: { html: '<i>Someone</i>' }, datetime: when('2024-06-09', '9 June 2024', { type: 'date' }) }
      ]
    },
    { items: [] }
  ],
  banner: [
    { text: 'Plain' },
    { type: 'success', text: unsafe },
    { type: 'warning', html: '<b>Take care</b>', classes: 'x y' },
    { type: 'information', text: 'Know this', iconFallbackText: 'Note', attributes: { id: 'b' } }
  ],
  alert: [
    { title: 'Only a title' },
    { variant: 'success', title: unsafe, text: unsafe },
    { variant: 'warning', title: 'Warning', html: '<p>Careful</p>', showTitleAsHeading: true, headingTag: 'h3' },
    { variant: 'error', title: 'Error', text: 'Wrong', dismissible: true, dismissText: 'Hide', disableAutoFocus: true },
    { variant: 'information', title: 'I', text: 'x', role: 'alert', classes: 'one', attributes: { id: 'i' }, focusOnDismissSelector: '#main' },
    { title: 'Heading without content', showTitleAsHeading: true }
  ],
  'sortable-table': [
    {
      caption: 'Services',
      sortedBy: 'score',
      order: 'descending',
      firstCellIsHeader: true,
      columns: [{ text: 'Service', key: 'name' }, { text: 'Score', key: 'score', numeric: true }, { text: 'Remarks' }],
      rows: [[{ text: 'East' }, { text: '25', format: 'numeric' }, { text: unsafe }], [{ text: 'West' }, { text: '7', format: 'numeric' }, { html: '<b>x</b>' }]]
    },
    { caption: unsafe, sortedBy: 'name', order: 'ascending', classes: 'x', attributes: { id: 't' }, columns: [{ text: unsafe, key: 'name' }], rows: [] },
    { caption: 'None sorted', sortedBy: '', order: 'ascending', columns: [{ text: 'A', key: 'a b' }, { text: 'B', key: 'b' }], rows: [[{ text: '1' }, { text: '2' }]] }
  ]
}
