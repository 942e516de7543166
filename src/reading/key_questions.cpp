#include "reading/key_questions.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "reading/scan.hpp"

namespace northlight::reading {

namespace {

constexpr auto nowhere = static_cast<std::size_t>(-1);

struct Figure {
  std::int64_t percent = 0;
  std::optional<std::int64_t> tenths{};  ///< 615 where "61.5%" is printed.
  std::optional<Share> share{};          ///< Where the counts stand beside it: "8/13", "8 of 13".
  std::size_t line = 0;
  bool with_sign = false;          ///< A percent sign, or its words, stands with it.
  std::size_t question = nowhere;  ///< Whose it is, where the words beside it tell.
};

struct Asked {
  std::string text;
  std::size_t line = 0;
};

/// A line that opens a table of key questions: "Does planning focus sufficiently on:".
bool opens_question(std::string_view text) {
  for (const std::string_view opening :
       {"does ", "do ", "is ", "are ", "did ", "was ", "were ", "has ", "have ", "how well"})
    if (starts_with_ignoring_case(text, opening)) return true;
  return false;
}

/// "8/13", "8 of 13", "(8 out of 13)".
std::optional<Share> counts_in(std::string_view text) {
  std::size_t from = 0;
  while (const auto met = next_number(text, from)) {
    from = met->end;
    if (met->percent || met->fraction) continue;
    auto rest = trim(text.substr(met->end));
    std::size_t skip = 0;
    if (!rest.empty() && rest.front() == '/') skip = 1;
    if (starts_with_ignoring_case(rest, "of ")) skip = 3;
    if (starts_with_ignoring_case(rest, "out of ")) skip = 7;
    if (skip == 0) continue;
    rest = trim(rest.substr(skip));
    const auto judged = number_at(rest, 0);
    if (!judged || judged->percent || judged->fraction) continue;
    if (auto share = Share::of(met->value, judged->value)) return *share;
  }
  return std::nullopt;
}

/// "61.5%" in tenths; of more places the first counts.
std::optional<std::int64_t> tenths_of(const Number& number) {
  if (!number.fraction) return std::nullopt;
  const auto point = number.printed.find('.');
  if (point == std::string_view::npos || point + 1 >= number.printed.size()) return std::nullopt;
  return number.value * 10 + (number.printed[point + 1] - '0');
}

Figure figure_for(const Number& percent, const std::optional<Share>& share) {
  Figure figure{.percent = percent.value, .tenths = tenths_of(percent), .share = share};
  figure.with_sign = true;
  if (figure.tenths) figure.percent = (*figure.tenths + 5) / 10;
  return figure;
}

/// The percentage that a row of the table ends with, and the words before it. One of more than 100
/// is a figure all the same: the check says that it cannot be.
std::optional<std::pair<Figure, std::string_view>> figure_of(std::string_view text, bool bare) {
  std::size_t from = 0;
  std::optional<Number> percent;
  const bool may_hold = text.find('%') != std::string_view::npos || has_words(text, "per");
  while (const auto number = may_hold ? next_number(text, from) : std::nullopt) {
    from = number->end;
    if (number->percent && number->value <= 999 && !number->in_words) percent = number;
  }
  // Under a heading "%" the figure may stand without the sign, at the end of the row.
  if (!percent && bare) {
    const auto cells = cells_of(text);
    if (cells.count > 0) {
      const auto last = without_footnote(cells[cells.count - 1]);
      const auto number = number_at(last, 0);
      if (number && !number->in_words && !number->fraction && number->end == last.size() &&
          number->value <= 100 && (cells.count > 1 || last.size() == text.size())) {
        Figure figure{.percent = number->value};
        return std::pair{figure, trim(text.substr(0, text.size() - cells[cells.count - 1].size()))};
      }
    }
  }
  if (!percent) return std::nullopt;
  const auto rest = trim(text.substr(percent->end));
  auto before = trim(text.substr(0, percent->begin));
  // "62%   how to keep the child safe?": the figure stands in a column before the question.
  const auto cells = cells_of(text);
  if (percent->begin == 0 && cells.count == 2 && percent->end == cells[0].size() && bare)
    return std::pair{figure_for(*percent, std::nullopt), cells[1]};
  // Prose goes on after its percentages; a row of the table ends, or gives its counts.
  const auto counts = counts_in(rest);
  const auto counts_before = counts_in(before);
  if (!rest.empty() && !counts && rest.size() > 6) return std::nullopt;
  if (counts_before) {
    auto end = before.size();
    while (end > 0 && !is_letter(before[end - 1]) && before[end - 1] != '?') --end;
    // "8 of 13" ends in a letter only inside its "of".
    if (const auto question = before.rfind('?'); question != std::string_view::npos)
      before = before.substr(0, question + 1);
    else
      before = trim(before.substr(0, end));
  }
  return std::pair{figure_for(*percent, counts ? counts : counts_before), before};
}

/// "Keeping the child safe      55%": a row that names a lens and asks nothing.
bool names_lens_beside_figure(std::string_view text, const EditionWords& edition) {
  const auto row = figure_of(text, false);
  return row && cells_of(text).count > 1 && row->second.size() < 80 &&
         !lens_of(edition, row->second).empty();
}

bool each_names_a_lens(const std::vector<std::pair<std::string_view, Figure>>& rows,
                       const EditionWords& edition) {
  std::vector<std::string_view> seen;
  for (const auto& [words, figure] : rows) {
    const auto lens = lens_of(edition, words);
    if (lens.empty() || std::ranges::find(seen, lens) != seen.end()) return false;
    seen.push_back(lens);
  }
  return !rows.empty();
}

/// As many figures as questions belong to one another in their order, as where the figures stand in
/// a column of their own. Otherwise only those whose question is told by where they stand.
void give_in_order(std::vector<Figure>& figures, std::size_t questions, bool always) {
  const bool told = std::ranges::none_of(
      figures, [](const Figure& figure) { return figure.question == nowhere; });
  if (!always && (told || figures.size() != questions)) return;
  for (std::size_t at = 0; at < figures.size(); ++at) figures[at].question = at;
}

bool ends_in_stop(std::string_view text) { return text.size() > 60 && text.back() == '.'; }

}  // namespace

std::optional<Share> share_printed_as(Percent percent, std::int64_t cases) {
  if (cases < 1) return std::nullopt;
  std::optional<Share> found;
  const auto near = percent.value * cases / 100;
  for (auto met = std::max<std::int64_t>(0, near - 1); met <= std::min(cases, near + 2); ++met) {
    auto share = Share::of(met, cases);
    if (!share) continue;
    const auto twice = met * 200 - percent.value * 2 * cases;  // twice the difference, times cases
    // Within half a point either way: half up and half to even are both in use.
    if (twice < -cases || twice > cases) continue;
    if (found) return std::nullopt;
    found = *share;
  }
  return found;
}

std::optional<Share> share_of_tenths(std::int64_t tenths, std::int64_t cases) {
  std::optional<Share> found;
  const auto near = tenths * cases / 1000;
  for (auto met = std::max<std::int64_t>(0, near - 1); met <= std::min(cases, near + 2); ++met) {
    const auto apart = met * 2000 - tenths * 2 * cases;     // twice the difference, times cases
    if (apart < -2 * cases || apart > 2 * cases) continue;  // Cut off or rounded: within a tenth.
    if (found) return std::nullopt;
    if (auto share = Share::of(met, cases)) found = *share;
  }
  return found;
}

bool is_possible(Percent percent, std::int64_t cases) {
  if (cases < 1 || percent.value < 0 || percent.value > 100) return false;
  const auto near = percent.value * cases / 100;
  for (auto met = std::max<std::int64_t>(0, near - 1); met <= std::min(cases, near + 2); ++met) {
    const auto twice = met * 200 - percent.value * 2 * cases;
    if (twice >= -cases && twice <= cases) return true;
  }
  return false;
}

std::vector<PrintedQuestion> read_key_questions(const Layout& layout, const Section& section,
                                                const EditionWords& edition) {
  std::vector<Asked> questions;
  std::vector<Figure> figures;
  std::string lead;     // "Does planning focus on", put before each of its endings
  std::string pending;  // the question being read
  std::size_t pending_line = 0;
  bool in_table = false;
  bool bare = false;
  const auto finish = [&] {
    if (!trim(pending).empty()) questions.push_back({pending, pending_line});
    pending.clear();
  };
  const auto add_words = [&](std::string_view words, std::size_t at) {
    // A line may end one question and begin the next.
    while (!words.empty()) {
      const auto mark = words.find('?');
      const auto part = trim(words.substr(0, mark));
      if (pending.empty()) pending_line = at;
      append_line(pending, part, layout);
      if (mark == std::string_view::npos) return;
      finish();
      words = trim(words.substr(mark + 1));
      words = without_footnote(words);
    }
  };
  std::vector<std::pair<std::string_view, Figure>> rows;  // the words beside each figure
  bool asks = false;                                      // a question mark stands in the table
  std::size_t answered = 0;  // how many questions had been asked when the last figure came
  // The words beside a figure tell whose it is; a figure alone belongs to the question that is
  // being asked, or to the one that was asked since the figure before it.
  const auto question_of = [&](std::string_view words) {
    if (!trim(words).empty() || !trim(pending).empty()) return questions.size();
    return questions.size() == answered + 1 ? answered : nowhere;
  };
  int idle = 0;
  for (std::size_t at = layout.next_text(section.body); at < section.end;
       at = layout.next_text(at + 1)) {
    auto text = layout[at].text;
    if (text.empty()) continue;  // A bullet on a line of its own.
    if (!in_table) {
      const bool header = text.find('%') != std::string_view::npos &&
                          figure_of(text, false) == std::nullopt && text.size() < 120;
      if (header || (has_words(text, "key question") && text.size() < 240)) {
        in_table = true;
        bare = header;
        if (!header || !opens_question(text)) continue;
      } else if (opens_question(text) && text.size() < 160 && layout[at].bullet == 0) {
        in_table = true;
      } else if (names_lens_beside_figure(text, edition)) {
        in_table = true;
      } else {
        continue;
      }
    }
    if (!figures.empty() && ends_in_stop(text)) break;  // The narrative, with or without figures.
    if (const auto row = figure_of(text, bare)) {
      idle = 0;
      auto figure = row->first;
      figure.line = at;
      figure.question = question_of(row->second);
      answered = figure.question == nowhere ? questions.size() : figure.question + 1;
      figures.push_back(figure);
      rows.emplace_back(row->second, figure);
      asks = asks || row->second.find('?') != std::string_view::npos;
      if (!asks && rows.size() == edition.lenses.size() && each_names_a_lens(rows, edition)) break;
      add_words(row->second, at);
      continue;
    }
    // The row of the heading: "Does planning focus on:      % 'Yes'".
    if (const auto percent = text.find('%');
        percent != std::string_view::npos && text.size() < 160) {
      bare = true;
      text = trim(text.substr(0, percent));
      if (text.empty()) continue;
    }
    if (!figures.empty() && text.size() > 200) break;
    if (starts_with_ignoring_case(text, "strengths") ||
        starts_with_ignoring_case(text, "areas for"))
      break;
    if (!text.empty() && text.back() == ':') {
      finish();
      lead = text.substr(0, text.size() - 1);
      continue;
    }
    const bool question_words = text.find('?') != std::string_view::npos || !pending.empty() ||
                                opens_question(text) ||
                                (text.size() < 80 && figures.size() + 1 > questions.size());
    if (!question_words || text.size() > 200) {
      if (++idle > 3) break;
      continue;
    }
    if (++idle > 8) break;
    // After as many figures as questions, a new sentence that asks nothing is the narrative.
    if (!figures.empty() && figures.size() == questions.size() && pending.empty() &&
        text.find('?') == std::string_view::npos && !opens_question(text) && is_upper(text.front()))
      break;
    asks = asks || text.find('?') != std::string_view::npos;
    add_words(text, at);
  }
  // A number without the sign among figures that have it is the number of a page.
  if (std::ranges::any_of(figures, &Figure::with_sign))
    std::erase_if(figures, [](const Figure& figure) { return !figure.with_sign; });
  const bool by_rows = !asks && each_names_a_lens(rows, edition);
  if (by_rows) {
    questions.clear();
    for (const auto& [words, figure] : rows)
      if (!std::ranges::any_of(figures, [](const Figure& one) { return one.with_sign; }) ||
          figure.with_sign)
        questions.push_back({std::string(words), figure.line});
    pending.clear();
  }
  if (figures.size() > questions.size() ||
      std::ranges::find(figures, questions.size(), &Figure::question) != figures.end())
    finish();
  give_in_order(figures, questions.size(), by_rows);
  std::vector<PrintedQuestion> results;
  for (const auto& figure : figures) {
    if (figure.question >= questions.size()) continue;
    const auto lens = lens_of(edition, questions[figure.question].text);
    const bool known = std::ranges::any_of(
        results, [&](const PrintedQuestion& result) { return result.facts.lens == lens; });
    if (lens.empty() || known) continue;
    PrintedQuestion result{.tenths = figure.tenths};
    result.facts.lens = lens;
    result.facts.percent = Percent{figure.percent};
    result.facts.share = figure.share;
    result.facts.line = layout[figure.line].number;
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace northlight::reading
