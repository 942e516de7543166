#pragma once

#include "html/input.hpp"
#include "html/select.hpp"
#include "web/views/child_place.hpp"
#include "web/views/file_form_view.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/people_parts.hpp"

/// What the forms about a file have in common.
namespace northlight::web::views {

/// The page of such a form: whose file, what is wrong, the heading, then `content`.
html::Html form_page(const Shell& shell, const FileForm& form, const std::string& heading,
                     const html::Html& content);

/// A box of one line that holds what was typed.
html::Html line_box(const Fields& typed, const Wrong& wrong, const char* name, const char* label,
                    const char* hint = "");
/// A box of several lines likewise.
html::Html lines_box(const Fields& typed, const Wrong& wrong, const char* name, const char* label,
                     const char* hint = "");
html::Html list_box(const Fields& typed, const Wrong& wrong, const char* name, const char* label,
                    std::vector<html::SelectItem> items, const char* hint = "");
/// A day that holds what was typed.
html::Html day_box(const Fields& typed, const Wrong& wrong, const char* name, const char* legend,
                   const char* hint = "");

/// Names and the date of birth.
html::Html name_boxes(const Fields& typed, const Wrong& wrong);
/// Since when the service works with somebody.
html::Html opened_box(const Fields& typed, const Wrong& wrong);
/// Why the service works with the child, and since when.
html::Html case_boxes(const Fields& typed, const Wrong& wrong);
/// A team, and somebody of the service.
html::Html worker_boxes(const Fields& typed, const Wrong& wrong,
                        const std::vector<store::Team>& teams,
                        const std::vector<store::Person>& people);

std::vector<html::SelectItem> people_choices(const std::vector<store::Person>& people,
                                             std::string_view first);

html::Html buttons(const char* words, const html::Url& back, const char* back_words);

}  // namespace northlight::web::views
