#include "domain/hiding.hpp"

#include <algorithm>

#include "domain/words_in.hpp"

namespace northlight::domain {
namespace {

template <typename See>
void each_line(const Holding& holding, See see) {
  for (std::size_t part = 0; part < holding.parts.size(); ++part)
    for (std::size_t entry = 0; entry < holding.parts[part].entries.size(); ++entry)
      for (std::size_t line = 0; line < holding.parts[part].entries[entry].lines.size(); ++line)
        see(LineAt{part, entry, line}, holding.parts[part].entries[entry].lines[line]);
}

bool holds(const Stretch& outer, const Stretch& inner) {
  return outer.from <= inner.from && inner.until <= outer.until && outer != inner;
}

}  // namespace

const HeldLine& line_at(const Holding& holding, const LineAt& at) {
  return holding.parts.at(at.part).entries.at(at.entry).lines.at(at.line);
}

std::vector<Hiding> propose_hidings(const SubjectAccessPolicy& policy, const Holding& holding,
                                    const KnownNames& names, Requester asked_by) {
  NameFinder finder(names, policy.not_names);
  each_line(holding, [&](const LineAt&, const HeldLine& line) { finder.learn(line.text); });
  std::vector<Hiding> proposed;
  each_line(holding, [&](const LineAt& at, const HeldLine& line) {
    if (line.text.empty()) return;
    const auto& rule = policy.rule_for(line);
    const Stretch all{0, line.text.size()};
    const bool whole = rule.of(line, asked_by) == Hides::Whole;
    if (whole) proposed.push_back({at, all, rule.code});
    // Those who work with the child are named in what they did, whoever else is called so.
    if (line.about == AboutWhom::Professional && line.names_somebody) return;
    for (const auto& stretch : finder.find(line.text))
      if (!whole || stretch != all) proposed.push_back({at, stretch, policy.names.code});
  });
  return proposed;
}

bool is_covered(std::span<const Decided> all, const Decided& one) {
  return std::ranges::any_of(all, [&](const Decided& other) {
    return other.decision != Decision::Lifted && other.hiding.at == one.hiding.at &&
           holds(other.hiding.stretch, one.hiding.stretch);
  });
}

std::size_t count_unchecked(std::span<const Decided> all) {
  return static_cast<std::size_t>(std::ranges::count_if(all, [&](const Decided& one) {
    return one.decision == Decision::Unchecked && !is_covered(all, one);
  }));
}

Holding hide(const Holding& holding, std::span<const Decided> all, std::string_view shown_as) {
  auto given = holding;
  std::vector<Hiding> hidden;
  for (const auto& one : all)
    if (one.decision != Decision::Lifted) hidden.push_back(one.hiding);
  std::ranges::sort(hidden, [](const Hiding& a, const Hiding& b) {
    return a.at != b.at ? a.at < b.at : a.stretch < b.stretch;
  });
  for (auto at = hidden.begin(); at != hidden.end();) {
    const auto end =
        std::find_if(at, hidden.end(), [&](const Hiding& one) { return one.at != at->at; });
    auto& line = given.parts.at(at->at.part).entries.at(at->at.entry).lines.at(at->at.line);
    std::string text;
    std::size_t shown_until = 0;
    for (; at != end; ++at) {
      if (at->stretch.until <= shown_until) continue;  // Within the one before.
      if (at->stretch.from >= shown_until) {
        text.append(line.text, shown_until, at->stretch.from - shown_until).append(shown_as);
        ++line.hidden;
      }
      shown_until = std::min(at->stretch.until, line.text.size());
    }
    text.append(line.text, shown_until);
    line.text = std::move(text);
  }
  return given;
}

std::vector<Stretch> find_words(std::string_view text, std::string_view wanted) {
  const auto words = words_in(text);
  const auto asked = words_in(wanted);
  std::vector<Stretch> found;
  if (asked.empty()) return found;
  for (std::size_t at = 0; at + asked.size() <= words.size(); ++at) {
    bool same = true;
    for (std::size_t i = 0; same && i < asked.size(); ++i)
      same = words[at + i].folded == asked[i].folded;
    if (!same) continue;
    found.push_back({words[at].from, words[at + asked.size() - 1].until});
    at += asked.size() - 1;
  }
  return found;
}

}  // namespace northlight::domain
