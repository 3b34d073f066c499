"""Writes models/manifest.json: every model's files with length and SHA-256, so that the page loads what was tested.

    python3 models/train/write_manifest.py
"""
import hashlib
import json
import os

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
FILES = {"sentiment": ["model.onnx", "vocabulary.txt", "card.json"], "language": ["language.bin"]}


def entry(path):
    with open(os.path.join(MODELS, path), "rb") as file:
        data = file.read()
    return {"path": path, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def main():
    manifest = {"models": [{"name": name, "files": [entry(f"{name}/{file}") for file in files]} for name, files in FILES.items()]}
    with open(os.path.join(MODELS, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
