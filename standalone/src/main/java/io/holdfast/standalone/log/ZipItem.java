package io.holdfast.standalone.log;

/**
 * An entry of a zip file, as both of its descriptions state it.
 *
 * @param deflated whether it is compressed; otherwise it is stored unchanged
 * @param crc CRC-32 of its bytes
 * @param stored the number of bytes that it takes in the file
 * @param size the number of its bytes when uncompressed
 * @param headerAt where its own header starts, in bytes from the beginning of the file
 */
record ZipItem(String name, boolean deflated, long crc, long stored, long size, long headerAt) {}
