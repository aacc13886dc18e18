package org.palimpsest.registry.format;

/**
 * A tensor as a pickle describes it; nothing of this has been compared with the file.
 *
 * @param storage where the elements are
 * @param dtype element type
 * @param offset of the first element, in elements
 * @param shape extents, outermost first
 * @param strides distance between neighbours along each axis, in elements
 */
record TensorRef(StorageRef storage, DType dtype, long offset, long[] shape, long[] strides) {}
