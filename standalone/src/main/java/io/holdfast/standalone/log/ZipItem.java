package io.holdfast.standalone.log;

/**
 * An entry of a zip file, as both of its descriptions have it.
 *
 * @param deflated else stored as it is
 * @param crc CRC-32 of its bytes
 * @param stored how many bytes it takes in the file
 * @param size how many bytes it has
 * @param headerAt where its own header begins, in bytes from the beginning of the file
 */
record ZipItem(String name, boolean deflated, long crc, long stored, long size, long headerAt) {}
