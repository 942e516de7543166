#pragma once

#include <functional>
#include <map>
#include <string>

#include "html/html.hpp"
#include "options.hpp"

namespace northlight::tests {

/// Renders a component of that name from a template's options.
using Render = std::function<html::Html(const Options&)>;
using Renders = std::map<std::string, Render, std::less<>>;

void add_field_renders(Renders& renders);
void add_text_renders(Renders& renders);
void add_list_renders(Renders& renders);
void add_navigation_renders(Renders& renders);
void add_moj_renders(Renders& renders);  ///< Under "moj/…".

}  // namespace northlight::tests
