# One set of compiler settings for the whole program.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# Dev: quick to build, quick enough to run every test. Release: what people run.
set(CMAKE_CXX_FLAGS_DEV "-O1 -g1")
set(CMAKE_C_FLAGS_DEV "-O1 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
add_compile_options("$<$<CXX_COMPILER_ID:GNU>:-Wno-psabi>")
# Hardened as Debian hardens its own packages.
add_compile_options(-fstack-protector-strong)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_definitions(_FORTIFY_SOURCE=2 _GLIBCXX_ASSERTIONS)
  # Inlining as much as -O2 does makes g++ 12 doubt std::variant's storage; the dev build still asks.
  add_compile_options("$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>")
endif()

# The linker is chosen with the link flags only: a compile flag would change every ccache key.
find_program(NORTHLIGHT_MOLD mold)
if(NORTHLIGHT_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

find_program(NORTHLIGHT_CCACHE ccache)
if(NORTHLIGHT_CCACHE)
  # A precompiled header is only found again by ccache with these settings and -fpch-preprocess.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${NORTHLIGHT_CCACHE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>")
  endif()
endif()

if(NORTHLIGHT_SANITIZE)
  add_compile_options(-fsanitize=${NORTHLIGHT_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${NORTHLIGHT_SANITIZE})
  # The sanitizers' own code makes g++ 12 doubt std::optional's storage; the dev build still asks.
  add_compile_options("$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>")
  if(NORTHLIGHT_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()
if(NORTHLIGHT_FUZZ)
  # A view read past its end is found even where the memory behind it is ours.
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()
