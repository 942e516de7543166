#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/router.hpp"

namespace northlight::web {

/// Style sheets, scripts, fonts and pictures, read into memory when the program starts. Each has
/// its fingerprint in its name, so that a browser may keep it for ever.
class Assets {
 public:
  /// Reads `folder`/manifest.json ({"application.css": "application-3f2a….css"}) and the files it
  /// names, each with a .br and a .gz beside it where it is worth compressing. Refuses a manifest
  /// that names what is not there, leads out of the folder or is of a type unknown.
  static Result<Assets> load(const std::string& folder);

  /// "/assets/application-3f2a….css". Throws std::out_of_range for a name not in the manifest: our
  /// own mistake.
  const std::string& path(std::string_view logical_name) const;

  /// Answers for the route parameter `file`: compressed as the browser likes it, 304 where it has
  /// the file already.
  Response serve(const Request& request) const;

 private:
  struct Asset {
    std::string type;
    std::string etag;
    Response::SharedBytes plain;
    Response::SharedBytes gzip;    ///< Null where it would be no smaller.
    Response::SharedBytes brotli;  ///< Null likewise.
  };

  std::map<std::string, std::string, std::less<>> paths_;
  std::map<std::string, Asset, std::less<>> assets_;
};

/// Serves them under /assets/. They must outlive the router.
void add_asset_route(Router& router, const Assets& assets);

}  // namespace northlight::web
