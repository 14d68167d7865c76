module dff(CK,Q,D); input CK,D; output Q; endmodule
module n(x, z); input x; output z; not (z, x); endmodule
module m(\a[0] , b, k, y); input \a[0] , b, k; output [1:0] y; wire w; reg q = 1'b1;
assign w = ~(\a[0] & b) ^ q ? 1'b0 : b; dff d(k, y[0], w); n n1(.x(w), .z(y[1]));
always @(posedge k) begin q <= w | b; end endmodule
