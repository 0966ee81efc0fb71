# naru_flags(target): the warnings and sanitizers every target of the project is built with.
function(naru_flags target)
  target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L _DEFAULT_SOURCE)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wno-missing-field-initializers -Wshadow -Wvla -Wundef -Wstrict-prototypes
    -Wmissing-prototypes -Wformat=2 -Wimplicit-fallthrough -Wpointer-arith -Wwrite-strings)
  target_compile_options(${target} PRIVATE ${NARU_HARDENING})
  target_link_options(${target} PRIVATE ${NARU_HARDENING_LINK})
  if(NARU_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(NARU_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${NARU_SANITIZE}
      -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${NARU_SANITIZE})
    target_compile_definitions(${target} PRIVATE NARU_ARENA_DEBUG)
  endif()
  if(NARU_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

# naru_sources(variable): every C file of this folder and its rooms; a new file needs no list.
function(naru_sources variable)
  file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.c)
  set(${variable} ${found} PARENT_SCOPE)
endfunction()

# naru_layer(name): a static library of app/, included as "layer/module.h".
function(naru_layer target)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/app)
  naru_flags(${target})
endfunction()

# naru_label(test): "slow" when tests/slow.txt names it, "quick" otherwise: ctest -L quick.
function(naru_label test)
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/tests/slow.txt)
  file(STRINGS ${PROJECT_SOURCE_DIR}/tests/slow.txt slow REGEX "^[^#]")
  if(test IN_LIST slow)
    set_tests_properties(${test} PROPERTIES LABELS slow COST 100)
  else()
    set_tests_properties(${test} PROPERTIES LABELS quick)
  endif()
endfunction()

# naru_run(name COMMAND...): a test of CTest, labelled, in a locale and a time zone of its own. A small
# quarantine of freed memory: the default of 256 MB costs more in fresh pages than all else.
function(naru_run name)
  add_test(NAME ${name} COMMAND ${ARGN})
  naru_label(${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300
    ENVIRONMENT "LC_ALL=C.UTF-8;TZ=UTC;UBSAN_OPTIONS=print_stacktrace=1;ASAN_OPTIONS=quarantine_size_mb=16")
endfunction()

# naru_test_program(layer module LIBS...): test_<layer>_<module>, made of
# tests/<layer>/[<room>/]test_<module>.c and cmocka.
function(naru_test_program layer module)
  set(name test_${layer}_${module})
  file(GLOB_RECURSE source CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/test_${module}.c)
  add_executable(${name} ${source})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${ARGN} PkgConfig::CMOCKA)
  target_compile_definitions(${name} PRIVATE NARU_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    NARU_BUILD_DIR="${PROJECT_BINARY_DIR}")
  naru_flags(${name})
endfunction()

# naru_test(layer module LIBS...): that program, run by CTest as <layer>/<module>.
function(naru_test layer module)
  naru_test_program(${layer} ${module} ${ARGN})
  naru_run(${layer}/${module} test_${layer}_${module})
endfunction()

# naru_fuzz(name LIBS...): fuzz_<name>.c with its <name>_*.c is a libFuzzer harness with NARU_FUZZ,
# and always a test that replays tests/fuzz/corpus/<name>/ through the same entry point, without
# <name>_mutator.c.
function(naru_fuzz name)
  file(GLOB parts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/fuzz_${name}.c
    ${PROJECT_SOURCE_DIR}/tests/fuzz/${name}_*.c)
  set(replayed ${parts})
  list(FILTER replayed EXCLUDE REGEX "_mutator\\.c$")
  add_executable(replay_${name} ${replayed} ${PROJECT_SOURCE_DIR}/tests/fuzz/main.c)
  target_link_libraries(replay_${name} PRIVATE ${ARGN})
  target_include_directories(replay_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(replay_${name} PRIVATE NARU_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    NARU_BUILD_DIR="${PROJECT_BINARY_DIR}")
  naru_flags(replay_${name})
  naru_run(fuzz/${name} replay_${name} ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name})
  if(NARU_FUZZ)
    add_executable(fuzz_${name} ${parts})
    target_link_libraries(fuzz_${name} PRIVATE ${ARGN})
    target_include_directories(fuzz_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR})
    target_compile_definitions(fuzz_${name} PRIVATE NARU_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
      NARU_BUILD_DIR="${PROJECT_BINARY_DIR}")
    naru_flags(fuzz_${name})
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    # A few seconds from a fresh copy of nothing: what it finds is not kept.
    set(found ${PROJECT_BINARY_DIR}/smoke/${name})
    set(words ${PROJECT_SOURCE_DIR}/tests/fuzz/${name}.dict)
    set(dictionary "")
    if(EXISTS ${words})
      set(dictionary -dict=${words})
    endif()
    add_test(NAME smoke/${name} COMMAND sh -c "rm -rf ${found} && mkdir -p ${found} && \
exec $<TARGET_FILE:fuzz_${name}> -max_total_time=${NARU_FUZZ_SECONDS} -timeout=10 -print_final_stats=1 ${dictionary} \
-artifact_prefix=${found}- ${found} ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name}")
    set_tests_properties(smoke/${name} PROPERTIES TIMEOUT 120 LABELS smoke
      ENVIRONMENT "LC_ALL=C.UTF-8;TZ=UTC")
  endif()
endfunction()
