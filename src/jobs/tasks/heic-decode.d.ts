declare module 'heic-decode' {
  interface Pixels {
    readonly width: number
    readonly height: number
    readonly data: Uint8ClampedArray
  }
  interface Picture {
    readonly width: number
    readonly height: number
    decode(): Promise<Pixels>
  }
  /** The pictures of a HEIF container, measured but not decoded. */
  export function all(options: { buffer: Uint8Array }): Promise<Picture[] & { dispose(): void }>
}
