#include "web/assets.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>

#include "base/json.hpp"
#include "web/compression.hpp"
#include "web/conditional.hpp"

namespace northlight::web {
namespace {

constexpr std::string_view place = "/assets/";

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) return std::nullopt;
  return bytes;
}

std::optional<std::string_view> type_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> types = {{
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".woff", "font/woff"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json"},
  }};
  const auto* found =
      std::ranges::find_if(types, [&](const auto& type) { return name.ends_with(type.first); });
  if (found == types.end()) return std::nullopt;
  return found->second;
}

bool stays_inside(std::string_view name) {
  return !name.empty() && name.front() != '/' && name.find("..") == std::string_view::npos &&
         std::ranges::all_of(name, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '.' || c == '-' || c == '_' || c == '/';
         });
}

Response::SharedBytes shared(std::optional<std::string> bytes) {
  return bytes ? std::make_shared<const std::string>(*std::move(bytes)) : nullptr;
}

}  // namespace

Result<Assets> Assets::load(const std::string& folder) {
  const auto manifest_path = folder + "/manifest.json";
  const auto unusable = [&](std::string what, std::string_view name) {
    return Error{ErrorCode::Invalid, std::move(what) + ": build the assets again (npm run assets)",
                 manifest_path + (name.empty() ? "" : ": ") + std::string(name)};
  };
  const auto text = read_file(manifest_path);
  if (!text) return unusable("The list of assets cannot be read", "");
  const auto manifest = Json::parse(*text);
  if (!manifest || !manifest->is_object()) return unusable("The list of assets is not JSON", "");

  Assets assets;
  for (const auto& [logical, value] : *manifest->members()) {
    const auto* name = value.string();
    if (!name || !stays_inside(*name)) return unusable("An asset has no usable name", logical);
    const auto type = type_of(*name);
    if (!type) return unusable("An asset is of a type that is not served", logical);
    auto bytes = read_file(folder + "/" + *name);
    if (!bytes) return unusable("An asset is missing", logical);
    assets.paths_[logical] = std::string(place) + *name;
    assets.assets_[*name] = {std::string(*type), "W/\"" + *name + "\"", shared(std::move(bytes)),
                             shared(read_file(folder + "/" + *name + ".gz")),
                             shared(read_file(folder + "/" + *name + ".br"))};
  }
  return assets;
}

const std::string& Assets::path(std::string_view logical_name) const {
  const auto found = paths_.find(logical_name);
  if (found == paths_.end())
    throw std::out_of_range("no asset is called " + std::string(logical_name));
  return found->second;
}

Response Assets::serve(const Request& request) const {
  const auto found = assets_.find(request.parameters.text("file"));
  if (found == assets_.end()) return Response::problem(404);
  const auto& asset = found->second;
  // Its name changes when its content does.
  static constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
  if (const auto* has = request.headers.find("If-None-Match"); has && has_already(*has, asset.etag))
    return Response::not_modified(asset.etag).with("Cache-Control", for_ever);

  const auto accepted = request.headers.value("Accept-Encoding");
  const bool as_brotli = asset.brotli && accepts(accepted, "br");
  const bool as_gzip = !as_brotli && asset.gzip && accepts(accepted, "gzip");
  auto response = Response::shared(as_brotli ? asset.brotli
                                   : as_gzip ? asset.gzip
                                             : asset.plain,
                                   asset.type);
  if (as_brotli || as_gzip) response.with("Content-Encoding", as_brotli ? "br" : "gzip");
  if (asset.brotli || asset.gzip) response.with("Vary", "Accept-Encoding");
  return std::move(response).with("ETag", asset.etag).with("Cache-Control", for_ever);
}

void add_asset_route(Router& router, const Assets& assets) {
  router.get(std::string(place) + "*file",
             [&assets](const Request& request) { return assets.serve(request); });
}

}  // namespace northlight::web
