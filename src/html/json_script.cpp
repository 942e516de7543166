#include "html/json_script.hpp"

namespace northlight::html {
namespace {

// "</script>" and "<!--" end or change a script block whatever stands around them, so no "<" is
// left in; ">" and "&" go too, so that the text also survives being read as XML.
std::string without_markup(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char letter : json) {
    if (letter == '<')
      out += "\\u003c";
    else if (letter == '>')
      out += "\\u003e";
    else if (letter == '&')
      out += "\\u0026";
    else
      out += letter;
  }
  return out;
}

}  // namespace

Html json_script(std::string_view id, const Json& data) {
  Html out = raw("<script type=\"application/json\"");
  out.add_attribute({"id", id}).add_raw(">");
  // Nothing is left in it that escaping would change, so the JSON arrives as it is.
  out.add_text(without_markup(data.text())).add_raw("</script>");
  return out;
}

Html script_file(const Url& address) {
  Html out = raw("<script type=\"module\"");
  out.add_attribute({"src", address}).add_raw("></script>");
  return out;
}

}  // namespace northlight::html
