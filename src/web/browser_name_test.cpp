#include "web/browser_name.hpp"

#include <doctest/doctest.h>

using northlight::web::browser_name;

TEST_CASE("a session is named by its browser and system, and by nothing more") {
  CHECK(browser_name(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0") == "Edge on Windows");
  CHECK(browser_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0") ==
        "Firefox on Linux");
  CHECK(browser_name("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
                     "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1") ==
        "Safari on an iPhone");
  CHECK(browser_name("Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) "
                     "Chrome/131.0.0.0 Mobile Safari/537.36") == "Chrome on Android");
  CHECK(browser_name("") == "A browser on another system");
  CHECK(browser_name("<script>") == "A browser on another system");
}
