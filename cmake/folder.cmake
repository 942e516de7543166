# northlight_folder(NAME [USES folder...] [LINKS target...] [READER_LINKS target...] [ALONE file...])
#
# One folder of src/ is one static library, northlight_NAME, of every .cpp in it but:
#   *_test.cpp   the folder's unit tests, one program NAME_test, one CTest entry
#   *_fuzz.cpp   a libFuzzer program each (preset fuzz)
#   read_*.cpp   what reads files, kept apart in northlight_NAME_reader so that the rest stays pure
# USES names the folders on lower lines that it may include; LINKS names third-party libraries.
# READER_LINKS names third-party libraries for the reader alone.
# Several files are compiled as one (option NORTHLIGHT_UNITY), which takes half the time; so what is in anonymous
# namespaces must have a name of its own within the folder. ALONE names files that cannot: say why.
function(northlight_folder name)
  cmake_parse_arguments(arg "" "" "USES;LINKS;READER_LINKS;ALONE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(tests ${sources})
  set(fuzzers ${sources})
  set(readers ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cpp$")
  list(FILTER readers EXCLUDE REGEX "_(test|fuzz)\\.cpp$")
  list(FILTER readers INCLUDE REGEX "/read_[^/]*\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "/read_[^/]*\\.cpp$")

  set(uses ${arg_USES})
  list(TRANSFORM uses PREPEND northlight_)
  add_library(northlight_${name} STATIC ${sources})
  target_include_directories(northlight_${name} PUBLIC "${CMAKE_SOURCE_DIR}/src")
  target_link_libraries(northlight_${name} PUBLIC ${uses} ${arg_LINKS})
  northlight_precompile(northlight_${name})
  northlight_together(northlight_${name})
  set_source_files_properties(${arg_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  set(all northlight_${name})

  if(readers)
    add_library(northlight_${name}_reader STATIC ${readers})
    target_link_libraries(northlight_${name}_reader PUBLIC northlight_${name} ${arg_READER_LINKS})
    northlight_precompile(northlight_${name}_reader)
    northlight_together(northlight_${name}_reader)
    list(APPEND all northlight_${name}_reader)
  endif()
  if(NORTHLIGHT_TESTS AND tests)
    northlight_test(${name}_test SOURCES ${tests} LINKS ${all})
  endif()
  if(NORTHLIGHT_FUZZ)
    foreach(fuzzer ${fuzzers})
      get_filename_component(program "${fuzzer}" NAME_WE)
      add_executable(${program} "${fuzzer}")
      target_include_directories(${program} PRIVATE "${CMAKE_SOURCE_DIR}")
      target_link_libraries(${program} PRIVATE ${all})
      target_link_options(${program} PRIVATE -fsanitize=fuzzer)
    endforeach()
  endif()
endfunction()

# northlight_test(NAME SOURCES file... LINKS target...): one doctest program, one CTest entry.
function(northlight_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${arg_SOURCES} "${CMAKE_SOURCE_DIR}/testing/doctest_main.cpp")
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/src" "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${arg_LINKS})
  # Tests find example files and data by this; the program itself never holds a path.
  target_compile_definitions(${name} PRIVATE NORTHLIGHT_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                             NORTHLIGHT_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
endfunction()

# Several files of a target compiled as one.
function(northlight_together target)
  if(NORTHLIGHT_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    # Another file's constant is no shadow, and its class no class of a header.
    target_compile_options(${target} PRIVATE
      "$<$<CXX_COMPILER_ID:GNU>:-Wno-shadow;-Wshadow=local;-Wno-subobject-linkage>")
  endif()
endfunction()

# The standard headers that almost every file needs, compiled once.
function(northlight_precompile target)
  if(NORTHLIGHT_FUZZ)
    return()
  endif()
  if(target STREQUAL "northlight_base")
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <charconv> <chrono> <compare> <cstdint> <functional> <map> <memory> <optional>
      <ranges> <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>)
  else()
    target_precompile_headers(${target} REUSE_FROM northlight_base)
  endif()
endfunction()
