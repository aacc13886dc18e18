package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a pickle, the language in which PyTorch describes what is in a checkpoint, without carrying
 * out what it asks for.
 *
 * <p>A pickle is a program for a stack machine whose language can call any function of Python. Here
 * only the operations that PyTorch's writers use exist; they make numbers, strings, containers, and
 * descriptions of tensors; and a name is only ever compared with a list ({@link PickleGlobals}).
 * Everything else is refused by name and place. Every limit is compared before memory is taken.
 */
final class Unpickler {
  private static final int NEWEST_PROTOCOL = 5;

  private final ByteReader in;
  private final PickleLimits limits;
  private final PickleGlobals globals;
  private final PickleText text;
  private final PickleStack stack;
  private final PickleMemo memo;
  private final TensorRebuild rebuild;
  private final Map<String, StorageRef> storages = new LinkedHashMap<>();
  private long at;

  private Unpickler(ByteReader in, PickleGlobals globals, PickleLimits limits) {
    this.in = in;
    this.limits = limits;
    this.globals = globals;
    this.text = new PickleText(in, limits);
    this.stack = new PickleStack(limits);
    this.memo = new PickleMemo(limits);
    this.rebuild = new TensorRebuild(limits, stack);
  }

  /**
   * What a pickle describes.
   *
   * @param value {@link PickleAtom}, Boolean, Long, BigInteger, Double, String, byte[], {@link
   *     PickleContainer}, {@link PickleGlobal}, {@link StorageRef} or {@link TensorRef}
   * @param storages every storage it refers to, also from what was dropped, by key
   */
  record Result(Object value, Map<String, StorageRef> storages) {}

  /**
   * Reads one pickle up to its end; what follows is left in the reader.
   *
   * @throws FormatException naming the operation or name that is not accepted, or the limit
   */
  static Result read(ByteReader in, PickleGlobals globals, PickleLimits limits)
      throws FormatException {
    Unpickler unpickler = new Unpickler(in, globals, limits);
    return new Result(unpickler.run(), unpickler.storages);
  }

  private Object run() throws FormatException {
    long start = in.position();
    while (true) {
      at = in.position();
      if (at - start >= limits.bytes()) {
        throw PickleLimits.exceeded("bytes", limits.bytes(), at);
      }
      int code = in.u8();
      PickleOpcode opcode = PickleOpcode.of(code);
      if (opcode == null) {
        throw new FormatException(
            "FMT-40",
            "its pickle has the unknown operation 0x%02x at byte %d.".formatted(code, at));
      }
      if (opcode == PickleOpcode.PROTO) {
        protocol(at == start);
      } else if (opcode == PickleOpcode.STOP) {
        Object result = stack.pop(at);
        if (!stack.isEmpty()) {
          throw malformed("ends with values left over", at);
        }
        return result;
      } else {
        execute(opcode);
      }
    }
  }

  private void protocol(boolean first) throws FormatException {
    int version = in.u8();
    if (!first || version > NEWEST_PROTOCOL) {
      throw malformed("states protocol " + version, at);
    }
  }

  private void execute(PickleOpcode opcode) throws FormatException {
    switch (opcode) {
      case FRAME -> frame();
      case MARK -> stack.mark(at);
      case NONE -> push(PickleAtom.NONE);
      case NEWTRUE -> push(true);
      case NEWFALSE -> push(false);
      case INT -> push(text.decimal(at));
      case BININT -> push((long) in.i32());
      case BININT1 -> push((long) in.u8());
      case BININT2 -> push((long) in.u16());
      case LONG1 -> push(text.integer(in.u8(), at));
      case LONG4 -> push(text.integer(in.i32(), at));
      case BINFLOAT -> push(ByteBuffer.wrap(in.bytes(Double.BYTES)).getDouble());
      case SHORT_BINSTRING -> push(text.oldString(in.u8(), at));
      case BINSTRING -> push(text.oldString(in.i32(), at));
      case SHORT_BINUNICODE -> push(text.string(in.u8(), at));
      case BINUNICODE -> push(text.string(in.u32(), at));
      case BINUNICODE8 -> push(text.string(in.i64(), at));
      case SHORT_BINBYTES -> push(text.bytes(in.u8(), at));
      case BINBYTES -> push(text.bytes(in.u32(), at));
      case BINBYTES8 -> push(text.bytes(in.i64(), at));
      case EMPTY_LIST -> push(new PickleList());
      case APPEND -> append(List.of(stack.pop(at)));
      case APPENDS -> append(stack.popToMark(at));
      case EMPTY_TUPLE -> push(tuple(List.of()));
      case TUPLE -> push(tuple(stack.popToMark(at)));
      case TUPLE1 -> push(tuple(stack.pop(1, at)));
      case TUPLE2 -> push(tuple(stack.pop(2, at)));
      case TUPLE3 -> push(tuple(stack.pop(3, at)));
      case EMPTY_DICT -> push(new PickleDict());
      case SETITEM -> set(stack.pop(2, at));
      case SETITEMS -> set(stack.popToMark(at));
      case EMPTY_SET -> push(PickleAtom.INERT);
      case ADDITEMS -> append(stack.popToMark(at));
      case FROZENSET -> {
        stack.popToMark(at);
        push(PickleAtom.INERT);
      }
      case GLOBAL -> global();
      case STACK_GLOBAL -> stackGlobal();
      case REDUCE -> {
        List<Object> call = stack.pop(2, at);
        push(rebuild.call(call.get(0), call.get(1), at));
      }
      case NEWOBJ -> create(stack.pop(2, at).getFirst());
      case NEWOBJ_EX -> create(stack.pop(3, at).getFirst());
      case BUILD -> build(stack.pop(at));
      case BINPERSID -> push(storage(stack.pop(at)));
      case BINGET -> push(memo.get(in.u8(), at));
      case LONG_BINGET -> push(memo.get(in.u32(), at));
      case BINPUT -> memo.put(in.u8(), stack.top(at), at);
      case LONG_BINPUT -> memo.put(in.u32(), stack.top(at), at);
      case MEMOIZE -> memo.add(stack.top(at), at);
      default ->
          throw new FormatException(
              "FMT-40",
              "its pickle uses the operation %s at byte %d, which a checkpoint does not need."
                  .formatted(opcode, at));
    }
  }

  private void push(Object value) throws FormatException {
    stack.push(value, at);
  }

  private PickleTuple tuple(List<Object> items) throws FormatException {
    return new PickleTuple(items, limits.depth(), at);
  }

  /** A hint for readers that fetch a pickle piecewise. */
  private void frame() throws FormatException {
    long length = in.i64();
    if (length < 0 || length > in.remaining()) {
      throw malformed("states a length beyond its end", at);
    }
  }

  private void append(List<Object> items) throws FormatException {
    Object target = stack.top(at);
    if (target instanceof PickleList list) {
      for (Object item : items) {
        list.add(item, limits.depth(), at);
      }
    } else if (target != PickleAtom.INERT) {
      throw malformed("appends to something that is no list", at);
    }
  }

  private void set(List<Object> entries) throws FormatException {
    Object target = stack.top(at);
    if (entries.size() % 2 != 0) {
      throw malformed("sets a key without a value", at);
    }
    if (target instanceof PickleDict dict) {
      for (int i = 0; i < entries.size(); i += 2) {
        dict.put(entries.get(i), entries.get(i + 1), limits.depth(), at);
      }
    } else if (target != PickleAtom.INERT) {
      throw malformed("sets a key of something that is no dictionary", at);
    }
  }

  private void global() throws FormatException {
    String module = text.line(at);
    push(globals.resolve(module, text.line(at), at));
  }

  private void stackGlobal() throws FormatException {
    List<Object> names = stack.pop(2, at);
    if (names.get(0) instanceof String module && names.get(1) instanceof String name) {
      push(globals.resolve(module, name, at));
    } else {
      throw malformed("names something by what is no text", at);
    }
  }

  private void create(Object type) throws FormatException {
    switch (type) {
      case PickleGlobal.Script _ -> push(new PickleObject());
      case PickleGlobal.Ignored _ -> push(PickleAtom.INERT);
      default -> throw malformed("makes an object of something that is no class", at);
    }
  }

  /** Sets an object's state; that of a dictionary are attributes beside its entries. */
  private void build(Object state) throws FormatException {
    Object target = stack.top(at);
    if (target instanceof PickleObject object) {
      object.build(state, limits.depth(), at);
    } else if (target != PickleAtom.INERT && !(target instanceof PickleDict)) {
      throw malformed("sets the state of something that has none", at);
    }
  }

  private StorageRef storage(Object id) throws FormatException {
    StorageRef storage = StorageRef.of(id, at);
    StorageRef known = storages.putIfAbsent(storage.key(), storage);
    if (known != null && !known.equals(storage)) {
      throw malformed("states two sizes or types for the storage " + shown(storage.key()), at);
    }
    return storage;
  }

  static FormatException malformed(String what, long at) {
    return new FormatException("FMT-43", sentence(what, at));
  }

  static String sentence(String what, long at) {
    return "its pickle %s at byte %d.".formatted(what, at);
  }
}
