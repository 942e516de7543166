// What must not compile. refused.cmake compiles this file once for each number, and once with
// none, which must compile. The words after "refused:" must be part of the compiler's message.
#include "html/html.hpp"
#include "html/json_script.hpp"

using namespace northlight::html;

Html refused(const std::string& typed, const char* pointer, Html page) {
#if REFUSED == 1  // refused: no match for .operator[+]
  return page + typed;
#elif REFUSED == 2   // refused: no match for .operator[+]
  return page + "a literal is not markup until raw() says so";
#elif REFUSED == 3   // refused: not a constant expression
  return raw(pointer);
#elif REFUSED == 4   // refused: not a constant expression
  return raw(typed.c_str());
#elif REFUSED == 5   // refused: constraints not satisfied
  return all(page, typed);
#elif REFUSED == 6   // refused: could not convert|no viable conversion
  return typed;
#elif REFUSED == 7   // refused: Event handlers and inline styles
  return element("a", {{"onclick", "x()"}}, page);
#elif REFUSED == 8   // refused: Event handlers and inline styles
  return element("p", {{"style", "color: red"}}, page);
#elif REFUSED == 9   // refused: holds an address
  return element("a", {{"href", typed}}, page);
#elif REFUSED == 10  // refused: may not be written by hand
  return element("script", {}, typed);
#elif REFUSED == 11  // refused: may not be written by hand
  return element("style", {}, typed);
#elif REFUSED == 12  // refused: not a constant expression
  return element(ElementName(pointer), {}, page);
#elif REFUSED == 13  // refused: not a constant expression
  return element("p", {{PlainAttributeName(pointer), "x"}}, page);
#elif REFUSED == 14  // refused: no match for .operator[+]=
  page += typed;
#elif REFUSED == 15  // refused: cannot convert
  page.add_raw(typed);
#elif REFUSED == 16  // refused: An element's name has letters
  return element("p onclick", {}, page);
#elif REFUSED == 17  // refused: private
  page.text_ = typed;
#elif REFUSED == 18  // refused: invalid initialization|no matching function
  return json_script("data", page);
#elif REFUSED == 19  // refused: holds an address
  return element("form", {{"action", "/children"}}, page);
#else
  (void)pointer;
  return page + text(typed) + raw("<br>") + element("a", {{"href", url(typed)}}, typed);
#endif
#if REFUSED == 14 || REFUSED == 15 || REFUSED == 17
  return page;
#endif
}
