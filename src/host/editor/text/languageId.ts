/** VS Code's id of the language of TensorRT calibration caches. */
export const LANGUAGE_ID = 'tensorrt-calibration-cache';
