#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "tests/http/raw_client.hpp"
#include "web/fields.hpp"

namespace northlight::testing {

/// Changes that were sent together, perhaps several times until they were answered.
struct Deed {
  std::vector<std::string> words;     ///< What each change wrote; no two ever write the same.
  std::vector<std::string> sources;   ///< From where each request came that carried them.
  bool kept = false;                  ///< The server answered that it keeps them,
  std::vector<std::int64_t> lines{};  ///< and, for what was typed, as which lines of the draft.
  bool recorded = false;              ///< It answered that they are in a version,
  bool is_signed = false;             ///< which was signed.
  bool is_settling = false;           ///< A text in place of two that clashed.
};

/// Two texts in one place, of which the server answered that it is settled which one stands.
struct Settled {
  std::int64_t clash = 0;
  std::string source;
};

/// Who writes in a record with a browser: types, saves and signs through the real pages, and sends
/// again under the same numbers what was not answered for. Each request says by its X-Forwarded-For
/// that it comes from an address of its own, by which the audit trail names it.
class Typist {
 public:
  struct Who {
    int number = 0;
    std::string sign_in_name;
    std::string password;
    std::string seed;      ///< Of the second factor.
    std::string field;     ///< In which they write alone; now and then they do where all write.
    bool signs = false;    ///< Rather than saves; and settles what is open before.
    std::string record{};  ///< The address of the record that they write in.
  };
  explicit Typist(Who who) : who_(std::move(who)) {}

  /// With the password and a code. Throws std::runtime_error when the account does not open.
  void sign_in(std::uint16_t port);

  /// Begins a record of that file and saves it for the first time, with all that signing asks for;
  /// writes in it from now on. After sign_in.
  std::string begin(const std::string& file);
  void go_to(const std::string& record) { who_.record = record; }

  /// Goes on where the server before left them, until this one is gone; `answered` is called after
  /// every answer. Throws std::runtime_error when the server answers what it never may.
  void work(std::uint16_t port, const std::function<void()>& answered);

  const std::vector<Deed>& deeds() const { return deeds_; }
  const std::vector<Settled>& settled() const { return settled_; }

  /// The text fields that writers may be given.
  static const std::vector<std::string>& fields();
  /// Whether a text is one that some typist wrote: "barriers-17".
  static bool is_words(std::string_view text);

 private:
  struct Gone {};
  struct Waiting {
    Json changes = Json::array();
    std::vector<std::pair<std::string, std::string>> writes;  ///< Fields and words, in order.
    std::size_t deed = 0;
  };

  bool connect(std::uint16_t port);
  void turn();
  void open();
  void type();
  void press(bool signs);
  void settle();
  Waiting next_changes();
  void hear(const Json& answer);
  std::string next_words() { return who_.field + "-" + std::to_string(++words_); }
  std::string next_source();

  web::RawAnswer get(const std::string& path);
  web::RawAnswer post(const std::string& path, const web::Fields& form);
  web::RawAnswer send(const std::string& head, const std::string& body);
  void learn(const web::RawAnswer& answer);

  Who who_;
  std::optional<web::RawClient> client_{};
  std::function<void()> answered_{};
  std::map<std::string, std::string> cookies_{};
  std::string token_{};
  std::string source_{};  ///< Of the request that was sent last.
  std::int64_t requests_ = 0;
  std::int64_t words_ = 0;
  std::int64_t changes_ = 0;

  // The page that is open; none where `page_` is empty.
  std::string page_{};
  std::string writer_{};
  std::int64_t seen_ = 0;
  int typed_ = 0;
  std::map<std::string, std::string> values_{};
  std::optional<Waiting> waiting_{};

  std::vector<Deed> deeds_{};
  std::vector<Settled> settled_{};
};

}  // namespace northlight::testing
