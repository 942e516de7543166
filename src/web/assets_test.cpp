#include "web/assets.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace northlight::web {
namespace {

namespace fs = std::filesystem;

/// A folder of assets that is gone after the test.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() / ("northlight-assets-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "fonts");
  }
  ~Folder() { fs::remove_all(path_); }
  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name) << bytes;
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

Response ask(const Assets& assets, std::string_view path, std::string_view accept = "",
             std::string_view has = "") {
  Router router;
  add_asset_route(router, assets);
  Request request;
  request.target = *Target::parse(path);
  request.headers.add("Accept-Encoding", accept);
  if (!has.empty()) request.headers.add("If-None-Match", has);
  return router.answer(request);
}

TEST_CASE("assets are found by their plain name and served as the browser likes them, for ever") {
  const Folder folder;
  folder.put("manifest.json",
             R"({"app.css": "app-1a2b.css", "fonts/a.woff2": "fonts/a-3c4d.woff2"})");
  folder.put("app-1a2b.css", "plain");
  folder.put("app-1a2b.css.gz", "gzipped");
  folder.put("app-1a2b.css.br", "brotli");
  folder.put("fonts/a-3c4d.woff2", "font");
  const auto assets = Assets::load(folder.path());
  REQUIRE(assets);
  CHECK(assets->path("app.css") == "/assets/app-1a2b.css");
  CHECK_THROWS_AS(assets->path("other.css"), std::out_of_range);

  CHECK(ask(*assets, "/assets/app-1a2b.css").content() == "plain");
  CHECK(ask(*assets, "/assets/app-1a2b.css", "gzip, br").headers.value("Content-Encoding") == "br");
  CHECK(ask(*assets, "/assets/app-1a2b.css", "gzip, br").content() == "brotli");
  CHECK(ask(*assets, "/assets/app-1a2b.css", "gzip").content() == "gzipped");
  CHECK(ask(*assets, "/assets/fonts/a-3c4d.woff2", "br").content() == "font");
  const auto served = ask(*assets, "/assets/app-1a2b.css");
  CHECK(served.headers.value("Content-Type") == "text/css; charset=utf-8");
  CHECK(served.headers.value("Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(served.headers.value("Vary") == "Accept-Encoding");
  CHECK(ask(*assets, "/assets/app-1a2b.css", "", served.headers.value("ETag")).status == 304);
  CHECK(ask(*assets, "/assets/app.css").status == 404);
  CHECK(ask(*assets, "/assets/manifest.json").status == 404);
}

TEST_CASE("a manifest that cannot be used is refused by the name at fault") {
  const Folder folder;
  CHECK_FALSE(Assets::load(folder.path()));
  for (const auto* manifest :
       {"", "[]", R"({"a.css": 1})", R"({"a.css": "gone.css"})", R"({"a.css": "../a.css"})",
        R"({"a.css": "/etc/passwd"})", R"({"a.exe": "a.exe"})"}) {
    CAPTURE(manifest);
    folder.put("manifest.json", manifest);
    const auto assets = Assets::load(folder.path());
    REQUIRE_FALSE(assets);
    CHECK(assets.error().where.find("manifest.json") != std::string::npos);
  }
}

}  // namespace
}  // namespace northlight::web
