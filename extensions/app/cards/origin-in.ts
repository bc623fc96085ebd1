export { originIn } from "@medqual/ui/origin-in.ts";
