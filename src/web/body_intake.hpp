#pragma once

#include <optional>
#include <string>

#include "web/body_share.hpp"
#include "web/heard.hpp"
#include "web/multipart_sieve.hpp"
#include "web/router.hpp"

namespace northlight::web {

/// What one request may send, and what is kept of it while it comes.
class BodyIntake {
 public:
  struct Most {
    std::size_t of_one = 0;  ///< Bytes of one body, where its route says nothing.
    std::size_t of_all = 0;  ///< Bytes that are held of all bodies.
  };

  /// Of a request whose head was heard; its route's own limits stand before the server's.
  BodyIntake(const Router& router, const Heard& heard, Most most, BodyShare& share);

  /// How much may be sent.
  std::size_t limit() const { return limit_; }
  /// Told of what has come in `body` after each reading, and takes it out where it is sieved; 0, or
  /// the status to refuse with.
  int take(std::string& body);

  /// Gives what came, whole, and says what was left out of it (Heard::body, Heard::cut).
  void finish(std::string&& body, Heard& heard);

 private:
  std::size_t limit_;
  std::size_t of_all_;
  BodyShare& share_;
  std::optional<MultipartSieve> sieve_{};
};

}  // namespace northlight::web
