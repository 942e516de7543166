# cmake -DCOMPILER=… -DSOURCE=refused.cpp -DINCLUDE=src -P refused.cmake
# Every numbered case in the source must fail to compile, with the message that it announces.
file(STRINGS "${SOURCE}" cases REGEX "REFUSED == [0-9]+ +// refused:")
list(LENGTH cases count)
if(count LESS 15)
  message(FATAL_ERROR "Only ${count} cases were found in ${SOURCE}")
endif()

function(compile number)
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C ${COMPILER} -std=c++20 -fsyntax-only -I${INCLUDE} -DREFUSED=${number} ${SOURCE}
    RESULT_VARIABLE status ERROR_VARIABLE message OUTPUT_QUIET)
  set(status ${status} PARENT_SCOPE)
  set(message "${message}" PARENT_SCOPE)
endfunction()

compile(0)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "What is allowed must compile, or the rest proves nothing:\n${message}")
endif()
foreach(case ${cases})
  string(REGEX MATCH "REFUSED == ([0-9]+) +// refused: (.*)$" ignored "${case}")
  set(number ${CMAKE_MATCH_1})
  set(announced "${CMAKE_MATCH_2}")
  compile(${number})
  if(status EQUAL 0)
    message(SEND_ERROR "Case ${number} compiles and must not")
  elseif(NOT message MATCHES "${announced}")
    string(SUBSTRING "${message}" 0 500 message)
    message(SEND_ERROR "Case ${number} fails for another reason than '${announced}':\n${message}")
  endif()
endforeach()
message(STATUS "${count} of ${count} refused cases were tried")
