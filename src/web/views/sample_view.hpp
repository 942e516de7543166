#pragma once

#include <string>
#include <vector>

#include "casework/samples.hpp"
#include "html/html.hpp"
#include "web/fields.hpp"
#include "web/views/layout.hpp"
#include "web/views/people_view.hpp"

/// The pages of samples of inspections.
namespace northlight::web::views {

struct SamplesModel {
  casework::SampleList list;
  PagePlace place{};
  bool may_begin = false;
};
html::Html samples_page(const Shell& shell, const SamplesModel& model);

struct NewSampleModel {
  casework::SampleDesk desk;
  Fields typed{};
  Wrong wrong{};
  std::string form_token{};
};
html::Html new_sample_page(const Shell& shell, const NewSampleModel& model);

struct SampleModel {
  casework::SamplePage page;
  Fields typed{};  ///< Empty until something was sent: the boxes then stand as they begin.
  Wrong wrong{};
  std::string form_token{};
  std::string done{};  ///< A sentence of what was just done; empty when nothing was.
  domain::PersonId asker;
};
html::Html sample_page(const Shell& shell, const SampleModel& model);

/// Where the last day is moved to a later one.
html::Html sample_last_day_page(const Shell& shell, const SampleModel& model);

/// Where somebody is given sight after the notification, or loses it.
html::Html sample_readers_page(const Shell& shell, const SampleModel& model);

/// Before the fieldwork evidence is signed, or a sample is called off: it cannot be undone.
html::Html sample_end_page(const Shell& shell, const SampleModel& model);

/// What the pages of samples have in common.
html::Html sample_stage_tag(const casework::ListedSample& sample);
/// "Court order, custody", as a list of kinds in words.
std::string sample_kinds_words(const std::vector<domain::CaseKind>& kinds);

}  // namespace northlight::web::views
