#include "base/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

namespace northlight {
namespace {

constexpr std::size_t deepest = 100;

/// Builds a Json from the events of the parser, so that order is kept and duplicates are seen.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return put(Json{}); }
  bool boolean(bool value) override { return put(Json{value}); }
  bool number_integer(number_integer_t value) override {
    return put(Json{static_cast<long long>(value)});
  }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(INT64_MAX))
      return put(Json{static_cast<double>(value)});
    return put(Json{static_cast<long long>(value)});
  }
  bool number_float(number_float_t value, const string_t& /*written*/) override {
    return put(Json{value});
  }
  bool string(string_t& value) override { return put(Json{std::move(value)}); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return open(Kind::Object); }
  bool key(string_t& name) override {
    if (!open_.back().names.insert(name).second) {
      problem_ = "the member '" + name + "' is there twice";
      return false;
    }
    open_.back().members.emplace_back(name, Json{});
    return true;
  }
  bool end_object() override { return close(Json::of(std::move(open_.back().members))); }
  bool start_array(std::size_t /*size*/) override { return open(Kind::Array); }
  bool end_array() override { return close(Json(std::move(open_.back().items))); }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    problem_ = "at byte " + std::to_string(position) + " it is not well formed";
    return false;
  }

  Json take() { return std::move(result_); }
  const std::string& problem() const { return problem_; }

 private:
  enum class Kind { Object, Array };

  /// A container whose end has not been read. The names of an object are kept in a set besides, so
  /// that a document of a million members is not compared name by name.
  struct Open {
    Kind kind = Kind::Array;
    Json::Array items{};
    Json::Object members{};
    std::unordered_set<std::string> names{};
  };

  bool open(Kind kind) {
    if (open_.size() >= deepest) {
      problem_ = "it is nested more than " + std::to_string(deepest) + " deep";
      return false;
    }
    open_.push_back({.kind = kind});
    return true;
  }
  bool close(Json finished) {
    open_.pop_back();
    return put(std::move(finished));
  }
  bool put(Json value) {
    if (open_.empty()) {
      result_ = std::move(value);
    } else if (open_.back().kind == Kind::Array) {
      open_.back().items.push_back(std::move(value));
    } else {
      open_.back().members.back().second = std::move(value);
    }
    return true;
  }

  std::vector<Open> open_;
  Json result_;
  std::string problem_;
};

std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void write(const Json& value, int indent, int depth, std::string& out) {
  const auto new_line = [&](int level) {
    if (indent > 0) out += "\n" + std::string(static_cast<std::size_t>(indent * level), ' ');
  };
  const auto write_all = [&](const auto& parts, char open, char close, const auto& write_one) {
    out += open;
    bool first = true;
    for (const auto& part : parts) {
      if (!first) out += ',';
      first = false;
      new_line(depth + 1);
      write_one(part);
    }
    if (!parts.empty()) new_line(depth);
    out += close;
  };
  if (const auto* items = value.items()) {
    write_all(*items, '[', ']', [&](const Json& item) { write(item, indent, depth + 1, out); });
  } else if (const auto* members = value.members()) {
    write_all(*members, '{', '}', [&](const Json::Member& member) {
      out += quoted(member.first) + (indent > 0 ? ": " : ":");
      write(member.second, indent, depth + 1, out);
    });
  } else if (const auto* text = value.string()) {
    out += quoted(*text);
  } else if (const auto* whole = value.whole()) {
    out += std::to_string(*whole);
  } else if (const auto* boolean = value.boolean()) {
    out += *boolean ? "true" : "false";
  } else if (const auto number = value.number()) {
    out += nlohmann::json(*number).dump();
  } else {
    out += "null";
  }
}

}  // namespace

Json Json::object(std::initializer_list<Member> members) {
  Json result;
  result.value_ = Object(members);
  return result;
}

Json Json::of(Object members) {
  Json result;
  result.value_ = std::move(members);
  return result;
}

Result<Json> Json::parse(std::string_view text) {
  Builder builder;
  if (!nlohmann::json::sax_parse(text, &builder))
    return Error{ErrorCode::Invalid, "This is not JSON that can be read: " + builder.problem()};
  return builder.take();
}

std::optional<double> Json::number() const {
  if (const auto* whole_value = whole()) return static_cast<double>(*whole_value);
  if (const auto* value = std::get_if<double>(&value_)) return *value;
  return std::nullopt;
}

const Json* Json::find(std::string_view name) const {
  const auto* object = members();
  if (object == nullptr) return nullptr;
  const auto at = std::ranges::find(*object, name, &Member::first);
  return at == object->end() ? nullptr : &at->second;
}

std::string_view Json::string_at(std::string_view name) const {
  const auto* found = find(name);
  const auto* text = found ? found->string() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

Json& Json::set(std::string name, Json value) {
  if (is_null()) value_ = Object{};
  auto& object = std::get<Object>(value_);
  const auto at = std::ranges::find(object, name, &Member::first);
  if (at != object.end()) {
    at->second = std::move(value);
  } else {
    object.emplace_back(std::move(name), std::move(value));
  }
  return *this;
}

Json& Json::add(Json value) {
  if (is_null()) value_ = Array{};
  std::get<Array>(value_).push_back(std::move(value));
  return *this;
}

std::string Json::text(int indent) const {
  std::string out;
  write(*this, indent, 0, out);
  return out;
}

}  // namespace northlight
