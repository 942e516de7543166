#include "platform/http_client.hpp"

#include <curl/curl.h>

#include <memory>
#include <mutex>
#include <tuple>

#include "base/text.hpp"
#include "platform/waits_elsewhere.hpp"

namespace northlight::platform {
namespace {

struct Closes {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(char* text) const { curl_free(text); }
};
using Handle = std::unique_ptr<CURL, Closes>;
using Url = std::unique_ptr<CURLU, Closes>;
using Lines = std::unique_ptr<curl_slist, Closes>;

/// libcurl's own start-up is not safe from two threads.
void start_once() {
  static std::once_flag started;
  std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

std::optional<std::string> part(CURLU* url, CURLUPart which) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, 0) != CURLUE_OK) return std::nullopt;
  const std::unique_ptr<char, Closes> held(text);
  return std::string(text);
}

Error address_refused(std::string message) { return {ErrorCode::Invalid, std::move(message)}; }
Error unavailable(std::string message) { return {ErrorCode::Unavailable, std::move(message)}; }

struct Collected {
  std::string body;
  std::size_t most;
  bool too_large = false;
};

std::size_t collect(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& collected = *static_cast<Collected*>(to);
  if (size * count > collected.most - collected.body.size()) {
    collected.too_large = true;
    return 0;  // Ends the transfer.
  }
  collected.body.append(bytes, size * count);
  return size * count;
}

bool breaks_its_line(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

std::string what_failed(CURLcode code, const HttpLimits& limits) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "Its name is not known.";
    case CURLE_COULDNT_CONNECT:
      return "It does not take connections.";
    case CURLE_OPERATION_TIMEDOUT:
      return "It did not answer within " + std::to_string(limits.whole.count()) + " ms.";
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return "Its certificate is not to be trusted.";
    case CURLE_SSL_CONNECT_ERROR:
      return "No safe connection could be made.";
    case CURLE_FILESIZE_EXCEEDED:
      return "Its answer is larger than " + std::to_string(limits.answer_bytes) + " bytes.";
    default:
      return std::string("The conversation broke: ") + curl_easy_strerror(code) + ".";
  }
}

std::string media_type(CURL* handle) {
  const char* type = nullptr;
  curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
  if (type == nullptr) return {};
  const std::string_view text(type);
  return lower(trim(text.substr(0, text.find(';'))));
}

}  // namespace

HttpClient::HttpClient(PlainHttp plain, HttpLimits limits) : plain_(plain), limits_(limits) {
  start_once();
}

Status HttpClient::check(std::string_view text) const {
  const std::string address(text);
  if (breaks_its_line(address) || address.find(' ') != std::string::npos)
    return address_refused("This is no address: it holds a space or a line end.");
  // libcurl would read more than this as an address: "https:/host", "https:///host".
  const auto host_at = address.find("://");
  if (host_at == std::string::npos || address.substr(host_at + 3, 1) == "/")
    return address_refused("This is no whole address. Write it as https://host/path.");
  const Url url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK)
    return address_refused("This is no whole address. Write it as https://host/path.");
  if (part(url.get(), CURLUPART_USER) || part(url.get(), CURLUPART_PASSWORD))
    return address_refused("An address may not hold a name or a password.");
  if (part(url.get(), CURLUPART_FRAGMENT))
    return address_refused("An address may not hold a \"#\".");
  const auto scheme = part(url.get(), CURLUPART_SCHEME).value_or("");
  const auto host = part(url.get(), CURLUPART_HOST).value_or("");
  if (host.empty()) return address_refused("The address names no host.");
  if (scheme == "https") return done();
  const bool loopback = host == "127.0.0.1" || host == "[::1]" || host == "localhost";
  if (scheme == "http" && loopback && plain_ == PlainHttp::Loopback) return done();
  return address_refused("The address must begin with https://.");
}

Result<HttpAnswer> HttpClient::send(const HttpRequest& request) const {
  const WaitsElsewhere waits;
  NL_CHECK(check(request.url));
  const Handle handle(curl_easy_init());
  if (!handle) return unavailable("The HTTP client could not start.");
  CURL* curl = handle.get();
  Collected collected{.body = {}, .most = limits_.answer_bytes};
  Lines lines;
  const auto add_line = [&](const std::string& line) {
    // On failure the list is as it was: nothing is lost.
    if (auto* longer = curl_slist_append(lines.get(), line.c_str())) {
      std::ignore = lines.release();
      lines.reset(longer);
    }
  };
  add_line("Expect:");
  for (const auto& [name, value] : request.headers) {
    if (breaks_its_line(name) || breaks_its_line(value))
      return address_refused("A header may not hold a line end.");
    add_line(std::string(name).append(": ").append(value));
  }

  curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines.get());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR,
                   plain_ == PlainHttp::Loopback ? "https,http" : "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");  // Not even the environment's.
  curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits_.connect.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.whole.count()));
  curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits_.answer_bytes));
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "Northlight");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &collected);
  if (request.form) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.form->c_str());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.form->size()));
  }

  const auto outcome = curl_easy_perform(curl);
  if (collected.too_large) return unavailable(what_failed(CURLE_FILESIZE_EXCEEDED, limits_));
  if (outcome != CURLE_OK) return unavailable(what_failed(outcome, limits_));
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  return HttpAnswer{static_cast<int>(status), media_type(curl), std::move(collected.body)};
}

}  // namespace northlight::platform
