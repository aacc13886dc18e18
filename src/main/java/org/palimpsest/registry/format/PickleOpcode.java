package org.palimpsest.registry.format;

import org.jspecify.annotations.Nullable;

/**
 * The operations of Python's pickle language, protocols 0 to 5, by the names of its documentation
 * ({@code pickletools}). Those that {@link Unpickler} does not carry out are here to be named.
 */
enum PickleOpcode {
  PROTO(0x80),
  FRAME(0x95),
  STOP('.'),
  MARK('('),
  POP('0'),
  POP_MARK('1'),
  DUP('2'),
  NONE('N'),
  NEWTRUE(0x88),
  NEWFALSE(0x89),
  INT('I'),
  BININT('J'),
  BININT1('K'),
  BININT2('M'),
  LONG('L'),
  LONG1(0x8a),
  LONG4(0x8b),
  FLOAT('F'),
  BINFLOAT('G'),
  STRING('S'),
  BINSTRING('T'),
  SHORT_BINSTRING('U'),
  UNICODE('V'),
  BINUNICODE('X'),
  SHORT_BINUNICODE(0x8c),
  BINUNICODE8(0x8d),
  BINBYTES('B'),
  SHORT_BINBYTES('C'),
  BINBYTES8(0x8e),
  BYTEARRAY8(0x96),
  NEXT_BUFFER(0x97),
  READONLY_BUFFER(0x98),
  EMPTY_LIST(']'),
  LIST('l'),
  APPEND('a'),
  APPENDS('e'),
  EMPTY_TUPLE(')'),
  TUPLE('t'),
  TUPLE1(0x85),
  TUPLE2(0x86),
  TUPLE3(0x87),
  EMPTY_DICT('}'),
  DICT('d'),
  SETITEM('s'),
  SETITEMS('u'),
  EMPTY_SET(0x8f),
  ADDITEMS(0x90),
  FROZENSET(0x91),
  GLOBAL('c'),
  STACK_GLOBAL(0x93),
  REDUCE('R'),
  BUILD('b'),
  INST('i'),
  OBJ('o'),
  NEWOBJ(0x81),
  NEWOBJ_EX(0x92),
  EXT1(0x82),
  EXT2(0x83),
  EXT4(0x84),
  PERSID('P'),
  BINPERSID('Q'),
  GET('g'),
  BINGET('h'),
  LONG_BINGET('j'),
  PUT('p'),
  BINPUT('q'),
  LONG_BINPUT('r'),
  MEMOIZE(0x94);

  private static final @Nullable PickleOpcode[] BY_CODE = byCode();

  private final int code;

  PickleOpcode(int code) {
    this.code = code;
  }

  /**
   * The operation of a byte of a pickle; null if it is none.
   *
   * @param code 0 to 255
   */
  static @Nullable PickleOpcode of(int code) {
    return BY_CODE[code];
  }

  private static @Nullable PickleOpcode[] byCode() {
    @Nullable PickleOpcode[] table = new PickleOpcode[256];
    for (PickleOpcode opcode : values()) {
      table[opcode.code] = opcode;
    }
    return table;
  }
}
