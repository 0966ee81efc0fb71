# Which libraries a program may link: NAME=SONAME, with the name that the README's "At run time"
# sentence gives each. The tests binary/PROGRAM read the programs themselves, and the README.
set(of_c =libc.so.6 =libm.so.6)
set(of_text HarfBuzz=libharfbuzz.so.0 FreeType=libfreetype.so.6 inih=libinih.so.1
  ICU=libicuuc.so ICU=libicui18n.so ICU=libicudata.so)
# Nothing that draws: a search must not wait until SDL2 and what stands behind it are loaded.
set(naru_libraries ${of_c} ICU=libicuuc.so ICU=libicui18n.so SQLite=libsqlite3.so.0)
set(naru-app_libraries ${of_c} ${of_text} SQLite=libsqlite3.so.0 SDL2=libSDL2-2.0.so.0
  SDL2_ttf=libSDL2_ttf-2.0.so.0 pixman=libpixman-1.so.0
  libwayland-client=libwayland-client.so.0 SDL2_image=libSDL2_image-2.0.so.0
  libqrcodegen=libqrcodegen.so.1)
set(naru-print_libraries ${of_c} ${of_text} HarfBuzz=libharfbuzz-subset.so.0 SQLite=libsqlite3.so.0
  cairo=libcairo.so.2)
set(naru-content_libraries ${of_c} ${of_text} SQLite=libsqlite3.so.0 cmark=libcmark.so.0.30.2
  SDL2=libSDL2-2.0.so.0 SDL2_image=libSDL2_image-2.0.so.0)

set(check_program ${CMAKE_COMMAND} -DREADELF=${CMAKE_READELF} -DOBJDUMP=${CMAKE_OBJDUMP}
  -DREADME=${PROJECT_SOURCE_DIR}/README.md "-DSANITIZED=${NARU_SANITIZE}")
set(script -P ${PROJECT_SOURCE_DIR}/cmake/check_program.cmake)
foreach(program naru naru-app naru-print naru-content)
  add_test(NAME binary/${program} COMMAND ${check_program} -DPROGRAM=$<TARGET_FILE:${program}>
    "-DLIBRARIES=${${program}_libraries}" -DHARDENED=${NARU_HARDENED}
    -DCET=${NARU_HAS_CF_PROTECTION} -DSTACK_CLASH=${NARU_HAS_STACK_CLASH_PROTECTION} ${script})
  set_tests_properties(binary/${program} PROPERTIES LABELS quick)
endforeach()
# A program that was not hardened must not pass for one, nor one that draws for the one that must not.
if(NOT NARU_HARDENED)
  add_test(NAME binary/tells COMMAND ${check_program} -DPROGRAM=$<TARGET_FILE:naru-app>
    "-DLIBRARIES=${naru_libraries}" -DHARDENED=ON ${script})
  set_tests_properties(binary/tells PROPERTIES LABELS quick
    PASS_REGULAR_EXPRESSION "links libSDL2-2.*not fortified")
endif()
