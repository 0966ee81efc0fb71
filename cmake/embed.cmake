# Writes the text file INPUT as `const char SYMBOL[]`, ending in NUL, to the C file OUTPUT.
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)"
  "    \\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT} "/* Made from ${INPUT}; do not edit. */
extern const char ${SYMBOL}[];
const char ${SYMBOL}[] = {
${bytes}0x00};
")
