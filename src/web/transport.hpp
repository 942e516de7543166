#pragma once

namespace northlight::web {

/// How the reader reached us: behind TLS, browsers are told never to come without it again, and
/// cookies are given to nobody else.
enum class Transport { Plain, BehindTls };

}  // namespace northlight::web
