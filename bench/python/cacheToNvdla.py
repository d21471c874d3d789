"""A plain conversion of a TensorRT calibration cache to NVDLA's calib.json: the yardstick of `npm run bench:convert`."""
import json
import struct
import sys


def main(source, target):
    table = {}
    with open(source, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            name, _, digits = line.rstrip("\n").rpartition(": ")
            (scale,) = struct.unpack(">f", bytes.fromhex(digits))
            table[name] = {"scale": scale, "min": 0, "max": 0, "offset": 0}
    with open(target, "w", encoding="utf-8") as out:
        json.dump(table, out, indent=4)


if __name__ == "__main__":
    main(*sys.argv[1:3])
